package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Topic;

/** The library as a service uses it: injected, in JTA transactions, on a real PostgreSQL and a real Kafka. */
@QuarkusTest
class OutboxTest {
    @Inject
    Outbox outbox;

    @Inject
    Topics topics;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @BeforeEach
    void topicsExist() throws Exception {
        topics.ensure(Topic.values()).get(30, TimeUnit.SECONDS);
    }

    @Test
    void anEventArrivesWithItsTransaction() {
        String referral = UUID.randomUUID().toString();
        byte[] data = "{\"note\":\"ä\"}".getBytes(UTF_8);

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new OutboxEvent(
                        Topic.REFERRALS.topicName(),
                        referral,
                        CloudEvents.type("referral.submitted"),
                        data,
                        "referral/" + referral,
                        7)));

        try (Reader reader = new Reader(kafka, Topic.REFERRALS.topicName())) {
            Reader.Received event = reader.next(referral);
            assertThat(event.value()).isEqualTo(data);
            assertThat(event.headers())
                    .containsOnlyKeys(
                            "ce_specversion",
                            "ce_id",
                            "ce_source",
                            "ce_type",
                            "ce_time",
                            "ce_subject",
                            "ce_partitionkey",
                            "ce_sequence",
                            "content-type");
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/outbox-test")
                    .containsEntry("ce_type", "org.kith.referral.submitted.v1")
                    .containsEntry("ce_subject", "referral/" + referral)
                    .containsEntry("ce_partitionkey", referral)
                    .containsEntry("ce_sequence", "7")
                    .containsEntry("content-type", "application/json");
            assertThat(UUID.fromString(event.header("ce_id")).version()).isEqualTo(4);
            assertThat(Instant.parse(event.header("ce_time"))).isBefore(Instant.now());
        }
    }

    @Test
    void aTombstoneHasNoValueAndNoContentType() {
        String service = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new OutboxEvent(
                        Topic.LISTINGS.topicName(), service, CloudEvents.type("listing.withdrawn"), null, null, 1)));

        try (Reader reader = new Reader(kafka, Topic.LISTINGS.topicName())) {
            Reader.Received event = reader.next(service);
            assertThat(event.value()).isNull();
            assertThat(event.headers())
                    .containsEntry("ce_type", "org.kith.listing.withdrawn.v1")
                    .doesNotContainKeys("content-type", "ce_subject");
        }
    }

    @Test
    void aRollbackLeavesNothing() {
        String referral = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(event(referral, 1));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(event(referral, 2), event(referral, 3))));

        try (Reader reader = new Reader(kafka, Topic.REFERRALS.topicName())) {
            assertThat(reader.next(referral).header("ce_sequence")).isEqualTo("2");
            assertThat(reader.next(referral).header("ce_sequence")).isEqualTo("3");
        }
    }

    @Test
    void appendingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append(event("x", 1))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void anEventThatKafkaWouldNeverTakeIsRefused() {
        var tooLarge = new OutboxEvent(
                Topic.REFERRALS.topicName(), "x", CloudEvents.type("referral.submitted"), new byte[1_000_001], null, 1);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(tooLarge)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000001 bytes");
    }

    private static OutboxEvent event(String key, long sequence) {
        return new OutboxEvent(
                Topic.REFERRALS.topicName(),
                key,
                CloudEvents.type("referral.submitted"),
                "{}".getBytes(UTF_8),
                null,
                sequence);
    }
}
