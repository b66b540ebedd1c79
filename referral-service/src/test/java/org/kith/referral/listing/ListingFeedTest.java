package org.kith.referral.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Topic;
import org.kith.outbox.Topics;
import org.kith.referral.ServiceTest;

@QuarkusTest
class ListingFeedTest extends ServiceTest {
    private static final String DOCUMENT = """
            {"id": "%s", "name": "%s", "status": "active",
             "organization": {"id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "name": "Hope Center"},
             "phones": [{"number": "410-555-0100"}],
             "attributes": [{"taxonomy_term": {"taxonomy": "kith:feature", "code": "confidential_location"}},
                            {"taxonomy_term": {"taxonomy": "kith:kind", "code": "practical_service"}}]}""";

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    Topics topics;

    @Test
    void ourCopyFollowsTheDirectoryAndNeverGoesBack() throws Exception {
        topics.ensure(Topic.LISTINGS).get();
        UUID service = UUID.randomUUID();
        send(service, 7, DOCUMENT.formatted(service, "Newer name"));
        await().atMost(Duration.ofSeconds(40)).until(() -> name(service), "Newer name|false|true"::equals);

        send(service, 6, DOCUMENT.formatted(service, "Older name"));
        send(UUID.randomUUID(), 1, "{ not json");
        send(service, 8, null);
        await().atMost(Duration.ofSeconds(40)).until(() -> name(service), "Newer name|true|true"::equals);
        // A withdrawn service is not known any more, and one that comes back is.
        send(service, 9, DOCUMENT.formatted(service, "Back again"));
        await().atMost(Duration.ofSeconds(40)).until(() -> name(service), "Back again|false|true"::equals);
    }

    @Test
    void theDirectorysOwnExampleCanBeRead() throws Exception {
        ListingDocument document = ListingDocument.of(new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(org.kith.contracts.EventSchemas.example("listing.published")));
        assertThat(document.name()).isNotBlank();
        assertThat(document.organizationName()).isNotBlank();
    }

    private void send(UUID service, long sequence, @Nullable String document) throws Exception {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("max.block.ms", 20_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var event = new ProducerRecord<>(
                    Topic.LISTINGS.topicName(), service.toString(), document == null ? null : document.getBytes(UTF_8));
            event.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
            event.headers().add("ce_sequence", Long.toString(sequence).getBytes(UTF_8));
            producer.send(event).get();
        }
    }

    private String name(UUID service) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT name || '|' || gone || '|' || confidential FROM listing WHERE service_id = '"
                                        + service + "'")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
