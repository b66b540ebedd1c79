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
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Topic;

@QuarkusTest
class DeadLettersTest {
    @Inject
    DeadLetters deadLetters;

    @Inject
    Topics topics;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void sendsEachDeadLetterToItsTopicOnceAsItWas() throws Exception {
        Topic topic = Topic.REFERRALS;
        make(topic);
        assertThat(deadLetters.replay(topic)).as("none yet").isZero();

        refuse(topic, "a", 1, "{}", 0);
        refuse(topic, "b", 1, null, 0);
        assertThat(deadLetters.replay(topic)).isEqualTo(2);
        assertThat(deadLetters.replay(topic)).as("sent already").isZero();
        refuse(topic, "a", 2, "{}", 0);
        assertThat(deadLetters.replay(topic)).as("the new one").isEqualTo(1);

        try (Reader reader = new Reader(kafka, topic.topicName())) {
            Reader.Received first = reader.next("a");
            assertThat(first.value()).isEqualTo("{}".getBytes(UTF_8));
            assertThat(first.headers()).containsOnlyKeys("ce_sequence").containsEntry("ce_sequence", "1");
            assertThat(reader.next("a").sequence()).isEqualTo(2);
        }
        try (Reader reader = new Reader(kafka, topic.topicName())) {
            assertThat(reader.next("b").value()).isNull();
        }
    }

    @Test
    void leavesOutOfACompactedTopicWhatSomethingNewerHasOvertaken() throws Exception {
        Topic topic = Topic.CAPACITIES;
        make(topic);
        RecordMetadata poison = send(new ProducerRecord<>(topic.topicName(), 0, "overtaken", "{}"), 1);
        send(new ProducerRecord<>(topic.topicName(), 0, "overtaken", "{}"), 2);
        refuse(topic, "overtaken", 1, "{}", poison.offset());
        poison = send(new ProducerRecord<>(topic.topicName(), 0, "newest", "{}"), 1);
        refuse(topic, "newest", 1, "{}", poison.offset());

        assertThat(deadLetters.replay(topic)).isEqualTo(1);
        assertThat(deadLetters.replay(topic)).isZero();
    }

    private void make(Topic topic) throws Exception {
        topics.ensure(topic).get(60, TimeUnit.SECONDS);
        topics.ensureDeadLettersOf(topic).get(60, TimeUnit.SECONDS);
    }

    /** As SmallRye does with failure-strategy=dead-letter-queue. */
    private void refuse(Topic topic, String key, long sequence, @Nullable String value, long offset) throws Exception {
        var record = new ProducerRecord<String, @Nullable String>(topic.deadLetterName(), key, value);
        record.headers().add("dead-letter-reason", "the consumer had a bad day".getBytes(UTF_8));
        record.headers().add("dead-letter-partition", "0".getBytes(UTF_8));
        record.headers().add("dead-letter-offset", Long.toString(offset).getBytes(UTF_8));
        send(record, sequence);
    }

    private RecordMetadata send(ProducerRecord<String, @Nullable String> record, long sequence) throws Exception {
        record.headers().add(CloudEvents.SEQUENCE, Long.toString(sequence).getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            return producer.send(record).get();
        }
    }
}
