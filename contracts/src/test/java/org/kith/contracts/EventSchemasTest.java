package org.kith.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> events() {
        return EventFiles.withSchema();
    }

    @Test
    void everySchemaHasAnExampleAndEveryExampleASchema() {
        assertThat(EventFiles.withExample()).isEqualTo(EventFiles.withSchema()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleIsAsAgreed(String event) {
        assertThat(EventSchemas.problems("org.kith." + event + ".v1", EventSchemas.example(event)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaSaysWhatItIs(String event) {
        JsonNode schema = EventFiles.schema(event);
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo("https://kith.example/events/" + event + ".v1.schema.json");
        assertThat(schema.path("title").asText()).isNotBlank();
        assertThat(schema.path("description").asText()).isNotBlank();
    }

    /** The listing is the standard's document; everything else is ours, and closed. */
    @ParameterizedTest
    @MethodSource("events")
    void aFieldThatNobodyAgreedOnIsRefused(String event) throws IOException {
        JsonNode example = JSON.readTree(EventSchemas.example(event));
        if (example instanceof ObjectNode object) {
            object.put("client_id", "4c9d");
            assertThat(EventSchemas.problems(event, object).isEmpty()).isEqualTo(event.equals("listing.published"));
        }
    }

    @Test
    void whereAServiceIsSensitiveItsResourceOrganizationAndReasonAreLeftOutTogether() throws IOException {
        ObjectNode declined = (ObjectNode) JSON.readTree(EventSchemas.example("attempt.declined"));
        declined.remove(List.of("resource_id", "organization_id", "reason_code"));
        assertThat(EventSchemas.problems("attempt.declined", declined)).isEmpty();

        declined.put("reason_code", "unsafe-to-contact");
        assertThat(EventSchemas.problems("attempt.declined", declined)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"referral_id\": \"not-a-uuid\"}",
                "{\"occurred_at\": \"yesterday\"}",
                "{\"reason_code\": \"she has moved to her sister\"}",
                "{\"sequence\": 0}",
                "{\"to\": \"ACCEPTED\"}",
                "{\"tenant\": \"Riverside Clinic\"}"
            })
    void aWrongValueIsRefused(String change) throws IOException {
        ObjectNode declined = (ObjectNode) JSON.readTree(EventSchemas.example("attempt.declined"));
        declined.setAll((ObjectNode) JSON.readTree(change));
        assertThat(EventSchemas.problems("attempt.declined", declined)).isNotEmpty();
    }

    @Test
    void aWithdrawnListingIsATombstone() {
        assertThat(EventSchemas.problems("listing.withdrawn", (byte[]) null)).isEmpty();
        assertThat(EventSchemas.problems("listing.withdrawn", "{}".getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(EventSchemas.problems("listing.published", (byte[]) null)).isNotEmpty();
    }

    @Test
    void anEventThatNobodyAgreedOnIsRefused() {
        assertThatThrownBy(() -> EventSchemas.problems("attempt.lost", "{}".getBytes(UTF_8)))
                .hasMessageContaining("attempt.lost");
    }
}
