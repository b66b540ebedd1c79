package org.kith.directory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.imports.Zips;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.UnreadableUpload;
import org.kith.directory.imports.reading.Upload;

class FormatsTest {
    @TempDir
    Path folder;

    @Test
    void readsOhana() {
        Reading reading = read("x.zip", Zips.of("ohana"));
        assertThat(reading.format()).isEqualTo(Format.OHANA_CSV);
        JsonNode circle = organization(reading, "101");
        assertThat(circle.at("/year_incorporated").asInt()).isEqualTo(1998);
        assertThat(circle.at("/funding").findValuesAsText("source")).containsExactly("City", "Donations");
        assertThat(circle.at("/contacts/0/phones/0/number").asText()).isEqualTo("410-555-0104");
        assertThat(circle.at("/locations/0/accessibility").findValuesAsText("description"))
                .containsExactly("wheelchair", "restroom");
        assertThat(circle.at("/locations/0/languages").findValuesAsText("code")).containsExactly("es", "ase");
        JsonNode service = circle.at("/services/0");
        assertThat(service.at("/service_at_locations/0/location_id").asText()).isEqualTo("1");
        assertThat(service.findValuesAsText("taxonomy")).contains("keyword");
        assertThat(service.toString()).contains("Support Groups");
        assertThat(service.at("/schedules").findValuesAsText("opens_at")).containsExactly("08:30", "08:00");
        JsonNode shelter = organization(reading, "102").at("/locations/0/addresses/0");
        assertThat(shelter.at("/address_1").asText()).isEqualTo("Rear House");
        assertThat(shelter.at("/postal_code").asText()).isEqualTo("02134");
    }

    @Test
    void findsTheOrganizationOfAServiceByItsTelephone() {
        Reading reading = read("x.zip", Zips.of("ohana"));
        assertThat(organization(reading, "102").path("services").findValuesAsText("name"))
                .contains("Lost but phoned");
        assertThat(codes(reading, "service", "1003")).contains("organization-inferred");
    }

    @Test
    void readsHsds1() {
        Reading reading = read("x.zip", Zips.of("hsds-1.1"));
        assertThat(reading.format()).isEqualTo(Format.HSDS_1_1_CSV);
        JsonNode hands = organization(reading, "o1");
        JsonNode pantry = hands.at("/services/0");
        assertThat(pantry.at("/phones/0/extension").asInt()).isEqualTo(57471);
        assertThat(pantry.at("/schedules").findValuesAsText("byday")).containsExactly("MO", "TU");
        assertThat(pantry.at("/schedules").findValuesAsText("opens_at")).containsExactly("08:30", "08:00");
        assertThat(pantry.at("/schedules/0/description").asText()).isEqualTo("Closed");
        assertThat(pantry.at("/schedules/0/valid_to").asText())
                .as("a holiday of a single day")
                .isEqualTo("2026-12-25");
        assertThat(pantry.at("/languages/0/code").asText()).isEqualTo("es");
        assertThat(pantry.at("/fees_description").asText()).isEqualTo("Free\nAccepted payment: Cash");
        assertThat(pantry.at("/eligibility_description").asText()).isEqualTo("Anyone in need");
        assertThat(pantry.at("/attributes/0/taxonomy_term/name").asText()).isEqualTo("Food Pantries");
        assertThat(hands.at("/locations/0/addresses/0/postal_code").asText()).isEqualTo("01101");
        assertThat(hands.at("/locations/0/accessibility/0/details").asText()).isEqualTo("Ramp at the back");
    }

    @Test
    void orphansAreTakenInWhereSomethingTellsWhoseTheyAre() {
        Reading reading = read("x.zip", Zips.of("hsds-1.1"));
        JsonNode made = organization(reading, "gone");
        assertThat(made.path("name").asText()).isEqualTo("Orphaned group");
        assertThat(codes(reading, "service", "s2")).contains("organization-made");
        assertThat(made.at("/locations/0/latitude").asDouble()).isEqualTo(39.3);
        assertThat(refused(reading))
                .containsExactlyInAnyOrder(
                        "service s3", "location l3", "service_at_location a3", "phone p3", "attribute x2");
        assertThat(codes(reading, "phone", "p2")).contains("dangling-reference", "phone-type");
    }

    @Test
    void readsHsds2() {
        Reading reading = read("x.zip", Zips.of("hsds-2"));
        assertThat(reading.format()).isEqualTo(Format.HSDS_2_CSV);
        JsonNode service = organization(reading, "1").at("/services/0");
        assertThat(service.path("eligibility_description").asText()).isEqualTo("Ages 16 and older");
        assertThat(service.path("minimum_age").asInt()).isEqualTo(16);
        assertThat(service.at("/schedules").findValuesAsText("byday")).containsExactly("MO,WE", "MO,TU,WE,TH,FR,SA,SU");
        assertThat(service.at("/attributes/0/taxonomy_term/name").asText()).isEqualTo("Learning");
        assertThat(organization(reading, "1").at("/locations/0/latitude").asDouble())
                .isEqualTo(39.3);
    }

    @Test
    void readsTheTablesOfHsds3() {
        Reading reading = read("x.zip", Zips.of("hsds-3"));
        assertThat(reading.format()).isEqualTo(Format.HSDS_3_TABULAR);
        JsonNode north = organization(reading, "7b0f6d1e-1111-4222-8333-000000000001");
        assertThat(north.at("/services/0/attributes/0/taxonomy_term/taxonomy").asText())
                .isEqualTo("kith:kind");
        assertThat(north.at("/services/0/capacities/0/unit/name").asText()).isEqualTo("Place");
        assertThat(north.at("/locations/0/name").asText()).isEqualTo("The Hall");
        assertThat(refused(reading)).containsExactly("unknown null");
    }

    @Test
    void readsDocumentsInEveryWrapping() {
        String service =
                "{\"id\":\"1\",\"name\":\"A\",\"status\":\"active\",\"organization\":{\"id\":\"2\",\"name\":\"B\"}}";
        for (Map.Entry<String, String> file : Map.of(
                        "a.json", service,
                        "b.json", "[" + service + "]",
                        "c.json", "{\"total_items\":1,\"contents\":[" + service + "]}",
                        "d.ndjson", service + "\n" + service.replace("\"1\"", "\"3\"") + "\nnot json\n")
                .entrySet()) {
            Reading reading = read(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            assertThat(reading.format()).isEqualTo(Format.HSDS_3_JSON);
            assertThat(organization(reading, "2").at("/services/0/name").asText())
                    .isEqualTo("A");
        }
    }

    @Test
    void anOrganizationThatStandsInManyDocumentsIsOneRow() {
        String lines = Stream.of("1", "2", "3")
                .map(id -> "{\"id\":\"" + id
                        + "\",\"name\":\"A\",\"status\":\"active\",\"organization\":{\"id\":\"o\",\"name\":\"B\"}}")
                .reduce("", (a, b) -> a + b + "\n");
        Reading reading = read("x.ndjson", lines.getBytes(StandardCharsets.UTF_8));
        assertThat(rows(reading).filter(row -> row.entity().equals("organization")))
                .hasSize(1);
        assertThat(rows(reading).filter(row -> row.entity().equals("service"))).hasSize(3);
    }

    @Test
    void rowsWithTheSameIdAreToldApart() {
        Map<String, String> files = Zips.files("hsds-2");
        files.merge(
                "services.csv",
                "10,1,Another class,active,,,\n10,1,Evening class,active,Learn together.,Ages 16 and older,£5\n",
                String::concat);
        Reading reading = read("x.zip", Zips.of(files));
        assertThat(organization(reading, "1").path("services").findValuesAsText("name"))
                .contains("Evening class", "Another class");
        assertThat(codes(reading, "service", "10")).contains("duplicate-id", "duplicate-row");
    }

    @Test
    void saysWhichColumnsItDidNotUnderstand() {
        Map<String, String> files = Zips.files("hsds-2");
        files.put("organizations.csv", "id,name,description,mood\n1,North,Runs,sunny\n");
        assertThat(StreamSupport.stream(
                        read("x.zip", Zips.of(files)).notes().all().spliterator(), false))
                .anySatisfy(note -> assertThat(note.field()).isEqualTo("organization.mood"));
    }

    @Test
    void anUnknownFormatIsSaidToBeUnknown() {
        assertThatThrownBy(() -> read("novel.txt", "Once upon a time".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableUpload.class, e -> assertThat(e.code()).isEqualTo("unknown-format"));
    }

    private Reading read(String name, byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("upload"), bytes);
            try (Upload upload = Upload.open(file, name, ReadingLimits.USUAL)) {
                return Reading.of(upload, ReadingLimits.USUAL);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode organization(Reading reading, String key) {
        return Objects.requireNonNull(reading.trees().stream()
                .filter(tree -> tree.key().equals(key))
                .findFirst()
                .orElseThrow()
                .document());
    }

    private static Stream<Row> rows(Reading reading) {
        return reading.trees().stream().flatMap(tree -> tree.rows().stream());
    }

    private static List<String> codes(Reading reading, String entity, String id) {
        return rows(reading)
                .filter(row -> row.entity().equals(entity) && id.equals(row.sourceId()))
                .flatMap(row -> row.problems().stream())
                .map(problem -> problem.code())
                .toList();
    }

    private static List<String> refused(Reading reading) {
        return rows(reading)
                .filter(Row::isRefused)
                .map(row -> row.entity() + " " + row.sourceId())
                .toList();
    }
}
