package org.kith.directory.search.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.imports.format.ForeignIds;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.imports.format.Reading;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.Upload;

/**
 * The directory of Baltimore, read by the same code that imports it, where its tables lie beside the checkout.
 *
 * @param byForeignId each listing by its id in the tables
 */
public record BaltimoreDirectory(Map<String, Listing> byForeignId) {
    /** Beside the checkout; the data is not ours to keep in it. */
    public static final Path FOLDER = Path.of(System.getProperty("kith.root", "."))
            .toAbsolutePath()
            .resolveSibling("shared/data/baltimore-ohana-csv")
            .normalize();

    public static boolean isThere() {
        return Files.isReadable(FOLDER.resolve("services.csv"));
    }

    public static BaltimoreDirectory read() throws IOException {
        Path zip = Files.createTempFile("baltimore", ".zip");
        try {
            pack(zip);
            try (Upload upload = Upload.open(zip, "baltimore.zip", ReadingLimits.USUAL)) {
                Map<String, Listing> listings = new LinkedHashMap<>();
                for (OrganizationTree tree :
                        Reading.of(upload, ReadingLimits.USUAL).trees()) {
                    ObjectNode document = tree.document();
                    if (document != null && !tree.key().equals(OrganizationTree.TAXONOMIES)) {
                        add(document, listings);
                    }
                }
                return new BaltimoreDirectory(listings);
            }
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private static void add(ObjectNode document, Map<String, Listing> listings) {
        List<String> foreign = new ArrayList<>();
        for (JsonNode service : document.path("services")) {
            foreign.add(service.path("id").asText());
        }
        new ForeignIds("baltimore").translate("organization", document);
        Organization organization = HsdsJson.mapper().convertValue(document, Organization.class);
        Map<UUID, Location> locations = organization.locations().stream()
                .filter(location -> location.id() != null)
                .collect(Collectors.toMap(location -> Objects.requireNonNull(location.id()), Function.identity()));
        for (int i = 0; i < foreign.size(); i++) {
            listings.put(foreign.get(i), composed(organization.services().get(i), organization, locations));
        }
    }

    /** As the directory puts a listing together from its tables. */
    private static Listing composed(Listing service, Organization organization, Map<UUID, Location> locations) {
        return service.but(listing -> {
            listing.organizationId = organization.id();
            listing.organization = organization.but(own -> {
                own.services = List.of();
                own.locations = List.of();
            });
            listing.serviceAtLocations = service.serviceAtLocations().stream()
                    .map(at -> at.but(there -> there.location = there.location != null
                            ? there.location
                            : there.locationId == null ? null : locations.get(there.locationId)))
                    .toList();
        });
    }

    private static void pack(Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                entries.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }
}
