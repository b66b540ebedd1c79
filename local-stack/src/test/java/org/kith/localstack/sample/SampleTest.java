package org.kith.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.localstack.Parts;

class SampleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<ObjectNode> documents = new Sample(TODAY).documents();

    @Test
    void holdsAWholeCountyAndTheNationalLines() {
        assertThat(documents).hasSizeGreaterThanOrEqualTo(150 + 40);
        assertThat(codes("kith:kind")).containsAll(vocabulary("kind"));
    }

    @Test
    void everyCodeIsInTheVocabulary() {
        for (String list : List.of(
                "kind",
                "support_type",
                "need",
                "format",
                "group_size",
                "feature",
                "audience",
                "audience_mode",
                "cost",
                "gender_open",
                "faith_tradition",
                "religious_content",
                "lgbtq_affirming",
                "approach",
                "requires",
                "flag",
                "capacity")) {
            assertThat(vocabulary(list)).as(list).containsAll(codes("kith:" + list.replace('_', '-')));
        }
    }

    @Test
    void everyServiceSaysWhatHsdsRequires() {
        Set<String> ids = new HashSet<>();
        for (ObjectNode service : documents) {
            assertThat(ids.add(service.path("id").asText()))
                    .as("id of %s", service.path("name"))
                    .isTrue();
            assertThat(service.path("name").asText()).isNotBlank();
            assertThat(service.path("status").asText()).isIn("active", "inactive", "defunct", "temporarily closed");
            assertThat(service.at("/organization/id")).isEqualTo(service.path("organization_id"));
            assertThat(service.at("/organization/name").asText()).isNotBlank();
            assertThat(service.at("/organization/description").asText()).isNotBlank();
            service.path("service_at_locations")
                    .forEach(at -> assertThat(
                                    at.at("/location/addresses/0/address_1").asText())
                            .isNotBlank());
        }
    }

    @Test
    void everyIdIsAUuidAndNothingIsNull() {
        documents.forEach(this::check);
    }

    @Test
    void hopeCenterHasTheIdThatItsAccountsCarry() {
        assertThat(documents)
                .filteredOn(service -> service.at("/organization/name").asText().equals("Hope Center"))
                .isNotEmpty()
                .allMatch(service ->
                        service.at("/organization/id").asText().equals("6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10"));
    }

    @Test
    void verificationDatesOfTheCountyMoveWithTheDayOfLoading() {
        assertThat(date("Tuesday Grief Circle", TODAY)).isEqualTo(TODAY.minusDays(9));
        assertThat(date("Tuesday Grief Circle", TODAY.plusYears(3)))
                .isEqualTo(TODAY.plusYears(3).minusDays(9));
    }

    @Test
    void aShelterIsMarkedAtTheServiceAndAtItsPlace() {
        List<ObjectNode> shelters = documents.stream()
                .filter(service -> says(service.at("/service_at_locations/0/location"), "confidential_location"))
                .toList();
        assertThat(shelters).isNotEmpty().allMatch(service -> says(service, "confidential_location"));
    }

    @Test
    void noRowOfAnOrganizationIsLost() {
        Set<String> used = new HashSet<>();
        documents.forEach(service -> used.add(service.at("/organization/name").asText()));
        for (String region : List.of("county", "national")) {
            assertThat(used)
                    .containsAll(Row.table("/sample/" + region + "/organizations.csv").stream()
                            .map(row -> row.text("name").orElseThrow())
                            .toList());
        }
    }

    private void check(JsonNode node) {
        assertThat(node.isNull()).isFalse();
        if (node.has("id")) {
            assertThat(UUID.fromString(node.path("id").asText()).toString())
                    .isEqualTo(node.path("id").asText());
        }
        node.forEach(this::check);
    }

    private static LocalDate date(String name, LocalDate today) {
        return new Sample(today)
                .documents().stream()
                        .filter(service -> service.path("name").asText().equals(name))
                        .map(service ->
                                LocalDate.parse(service.path("assured_date").asText()))
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean says(JsonNode node, String code) {
        return Stream.of(node.path("attributes"))
                .flatMap(SampleTest::stream)
                .anyMatch(attribute ->
                        attribute.at("/taxonomy_term/code").asText().equals(code));
    }

    private Set<String> codes(String taxonomy) {
        Set<String> codes = new HashSet<>();
        documents.forEach(service -> service.path("attributes").forEach(attribute -> {
            if (attribute.at("/taxonomy_term/taxonomy").asText().equals(taxonomy)) {
                codes.add(attribute.at("/taxonomy_term/code").asText());
            }
        }));
        return codes;
    }

    private static Set<String> vocabulary(String list) {
        try {
            JsonNode vocabulary = new ObjectMapper()
                    .readTree(Parts.root().resolve("contracts/vocabulary.json").toFile());
            Set<String> codes = new HashSet<>();
            vocabulary.path(list).fieldNames().forEachRemaining(codes::add);
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }
}
