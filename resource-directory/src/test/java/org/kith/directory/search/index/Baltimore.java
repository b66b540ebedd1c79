package org.kith.directory.search.index;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.ServiceAtLocation;

/** The directory of Baltimore as far as a search for words needs it, read from its tables where they lie. */
final class Baltimore {
    /** Beside the checkout; the data is not ours to keep in it. */
    static final Path FOLDER = Path.of(System.getProperty("kith.root", "."), "../shared/data/baltimore-ohana-csv");

    private Baltimore() {}

    static boolean isThere() {
        return Files.isReadable(FOLDER.resolve("services.csv"));
    }

    static List<Listing> listings() throws IOException {
        return listings(FOLDER);
    }

    static List<Listing> listings(Path folder) throws IOException {
        Map<String, Map<String, String>> organizations = byId(folder, "organizations.csv", "id");
        Map<String, Map<String, String>> locations = byId(folder, "locations.csv", "id");
        Map<String, Map<String, String>> addresses = byId(folder, "addresses.csv", "location_id");
        List<Listing> listings = new ArrayList<>();
        for (Map<String, String> row : rows(folder.resolve("services.csv"))) {
            Map<String, String> location = locations.getOrDefault(row.getOrDefault("location_id", ""), Map.of());
            Map<String, String> organization =
                    organizations.getOrDefault(location.getOrDefault("organization_id", ""), Map.of());
            Map<String, String> address = addresses.getOrDefault(row.getOrDefault("location_id", ""), Map.of());
            listings.add(listing(row, organization, location, address));
        }
        return listings;
    }

    private static Listing listing(
            Map<String, String> row,
            Map<String, String> organization,
            Map<String, String> location,
            Map<String, String> address) {
        return Listing.with(l -> {
            l.id = UUID.nameUUIDFromBytes(row.getOrDefault("id", "").getBytes(StandardCharsets.UTF_8));
            l.name = row.get("name");
            l.alternateName = row.get("alternate_name");
            l.description = row.get("description");
            l.eligibilityDescription = row.get("eligibility");
            l.applicationProcess = row.get("application_process");
            l.feesDescription = row.get("fees");
            l.status = "active";
            l.organization = Organization.with(o -> {
                o.name = organization.get("name");
                o.alternateName = organization.get("alternate_name");
            });
            l.serviceAtLocations = List.of(ServiceAtLocation.with(at -> at.location = Location.with(place -> {
                place.name = location.get("name");
                place.latitude = degrees(location.get("latitude"));
                place.longitude = degrees(location.get("longitude"));
                place.addresses = List.of(Address.with(a -> {
                    a.address1 = address.get("address_1");
                    a.city = address.get("city");
                    a.stateProvince = address.get("state_province");
                    a.postalCode = address.get("postal_code");
                }));
            })));
        });
    }

    private static @Nullable Double degrees(@Nullable String text) {
        return text == null || text.isBlank() ? null : Double.valueOf(text.strip());
    }

    private static Map<String, Map<String, String>> byId(Path folder, String file, String key) throws IOException {
        Map<String, Map<String, String>> byId = new HashMap<>();
        rows(folder.resolve(file)).forEach(row -> byId.putIfAbsent(row.getOrDefault(key, ""), row));
        return byId;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<List<String>> table = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            List<String> row = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                    cell.append((char) c);
                } else if (c != '\r') {
                    row.add(cell.toString());
                    cell.setLength(0);
                    if (c == '\n') {
                        table.add(row);
                        row = new ArrayList<>();
                    }
                }
            }
        }
        List<String> header = table.getFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : table.subList(1, table.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
