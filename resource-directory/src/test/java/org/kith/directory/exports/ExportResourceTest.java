package org.kith.directory.exports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Program;
import org.kith.directory.listing.Directory;

@DirectoryTest
class ExportResourceTest {
    @Inject
    Directory directory;

    @Test
    void linesTellOfServicesAndOfWhatNoServiceTells() {
        Organization alone = organization("Alone " + UUID.randomUUID());
        Location empty = location("9 Nowhere Lane");
        directory.store(tree(alone, List.of(empty)));
        Organization busy = organization("Busy " + UUID.randomUUID())
                .but(o -> o.programs = List.of(
                        new Program(UUID.randomUUID(), null, "Unused", null, "Nobody is in it", List.of(), List.of())));
        Listing listing = service("walking");
        directory.store(tree(busy, List.of(), listing));

        Response answer = given().get("/v1/exports/hsds.ndjson");
        answer.then().statusCode(200).header("Access-Control-Allow-Origin", "*");
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        List<JsonNode> lines = answer.asString()
                .lines()
                .map(line -> HsdsJson.tree(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(lines).anyMatch(l -> l.path("id").asText().equals(String.valueOf(listing.id())));
        assertThat(lines)
                .anyMatch(l -> l.at("/organizations/0/id").asText().equals(String.valueOf(alone.id()))
                        && l.at("/organizations/0/locations/0/id").asText().equals(String.valueOf(empty.id())));
        assertThat(lines)
                .anyMatch(l -> l.at("/organizations/0/programs/0/name").asText().equals("Unused"));
        assertThat(lines).anyMatch(l -> l.at("/taxonomies/0/name").asText().equals("kith:kind"));
        assertThat(lines).anyMatch(l -> l.at("/taxonomy_terms/0/code").asText().equals("support_group"));
    }

    @Test
    void tablesAreThoseOfTheStandardWithItsKeysKept() throws IOException {
        Listing listing = service("=cmd|' /C calc'!A0");
        directory.store(tree(organization("Careful " + UUID.randomUUID()), List.of(), listing));
        Map<String, String> files = unzipped(given().get("/v1/exports/hsds.zip")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        JsonNode description = HsdsJson.tree(text(files, "datapackage.json").getBytes(StandardCharsets.UTF_8));
        assertThat(description.path("resources")).hasSize(24);
        description.path("resources").forEach(resource -> {
            String header = text(files, resource.path("path").asText())
                    .lines()
                    .findFirst()
                    .orElse("");
            assertThat(List.of(header.split(",")))
                    .containsExactlyElementsOf(resource.at("/schema/fields").findValuesAsText("name"));
        });
        assertThat(text(files, "services.csv"))
                .contains(listing.id() + ",")
                .contains("'=cmd|' /C calc'!A0")
                .doesNotContain(",=cmd");
        assertThat(text(files, "phones.csv")).contains("+1 410 555 0101").doesNotContain("'+1");
    }

    @Test
    void neitherTellsWhereAConfidentialPlaceIs() throws IOException {
        String street = "77 Veiled Alley " + UUID.randomUUID();
        Location house = location(street);
        Listing shelter = confidential(service("shelter", house));
        directory.store(tree(organization("Veil"), List.of(house), shelter));
        String lines = given().get("/v1/exports/hsds.ndjson").asString();
        assertThat(lines).contains(String.valueOf(shelter.id())).doesNotContain(street);
        Map<String, String> files = unzipped(given().get("/v1/exports/hsds.zip").asByteArray());
        assertThat(files.values()).noneMatch(text -> text.contains(street));
        assertThat(text(files, "locations.csv").lines().filter(l -> l.startsWith(String.valueOf(house.id()))))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain("39.29041"));
    }

    private static String text(Map<String, String> files, String name) {
        return files.getOrDefault(name, "");
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
