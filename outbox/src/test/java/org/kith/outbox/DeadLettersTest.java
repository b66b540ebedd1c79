package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Topic;

@QuarkusTest
class DeadLettersTest {
    private static final Topic TOPIC = Topic.CAPACITIES;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Topics topics;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void sendsEachDeadLetterToItsTopicOnceAsItWas() throws Exception {
        topics.ensure(TOPIC).get(30, TimeUnit.SECONDS);
        topics.ensureDeadLettersOf(TOPIC).get(30, TimeUnit.SECONDS);
        assertThat(deadLetters.replay(TOPIC.topicName())).as("none yet").isZero();

        refuse("service-1", "{}");
        refuse("service-2", null);
        assertThat(deadLetters.replay(TOPIC.topicName())).isEqualTo(2);
        assertThat(deadLetters.replay(TOPIC.topicName())).as("sent already").isZero();
        refuse("service-3", "{}");
        assertThat(deadLetters.replay(TOPIC.topicName())).as("the new one").isEqualTo(1);

        try (Reader reader = new Reader(kafka, TOPIC.topicName())) {
            Reader.Received first = reader.next("service-1");
            assertThat(first.value()).isEqualTo("{}".getBytes(UTF_8));
            assertThat(first.headers()).containsOnlyKeys("ce_id");
        }
        try (Reader reader = new Reader(kafka, TOPIC.topicName())) {
            assertThat(reader.next("service-2").value()).isNull();
        }
    }

    /** As SmallRye does with failure-strategy=dead-letter-queue. */
    private void refuse(String key, @Nullable String value) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<String, @Nullable String>(TOPIC.deadLetterName(), key, value);
            record.headers().add("ce_id", "id".getBytes(UTF_8));
            record.headers().add("dead-letter-reason", "the consumer had a bad day".getBytes(UTF_8));
            producer.send(record).get();
        }
    }
}
