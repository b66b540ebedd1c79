package org.kith.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.localstack.Part;
import org.kith.localstack.Stack;

/** The broker dies while referrals are written: writing goes on, and nothing is lost or out of order. */
@ExtendWith(Suite.class)
class BrokerLossJourney {
    private static final String TOPIC = "referral.events.v1";
    private static final int WRITERS = 3;
    private static final int EACH = 8;

    private final Stack stack;
    private final Referring riverside;

    BrokerLossJourney(Stack stack, Http http) {
        this.stack = stack;
        this.riverside = new Referring(http, "clinic-riverside");
    }

    @Test
    void nothingIsLostAndOrderHoldsPerReferral() throws Exception {
        Set<String> written = new HashSet<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<List<String>>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                work.add(writers.submit(this::write));
            }
            Thread.sleep(500);
            stack.killKafka();
            for (Future<List<String>> done : work) {
                written.addAll(done.get());
            }
        } finally {
            writers.shutdownNow();
            stack.restartKafka();
        }

        Eventually.within(Duration.ofSeconds(90)).untilAsserted(() -> {
            Map<String, List<Long>> sequences = sequences();
            assertThat(sequences.keySet()).containsAll(written);
            written.forEach(referral -> {
                List<Long> own = sequences.getOrDefault(referral, List.of());
                assertThat(own)
                        .as("sequences of %s", referral)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .isEqualTo(LongStream.rangeClosed(1, own.size()).boxed().toList());
            });
        });
    }

    /** Each referral of a client of its own, submitted and cancelled: at least two events. */
    private List<String> write() {
        List<String> referrals = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String client = riverside.newClient();
            riverside.consent(client);
            Response draft = riverside.draft(client, "grief");
            String referral = Referring.created(draft);
            Response sent = riverside.submit(referral, draft.header("ETag"));
            sent.then().statusCode(200);
            riverside.cancel(referral, sent.header("ETag")).then().statusCode(200);
            referrals.add(referral);
        }
        return referrals;
    }

    /** Per referral the sequences in the order of the topic, an event that came twice counted once. */
    private Map<String, List<Long>> sequences() {
        Map<String, List<Long>> sequences = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (ConsumerRecord<String, String> event : readAll()) {
            if (seen.add(header(event, "ce_id"))) {
                sequences
                        .computeIfAbsent(event.key(), key -> new ArrayList<>())
                        .add(Long.parseLong(header(event, "ce_sequence")));
            }
        }
        return sequences;
    }

    private List<ConsumerRecord<String, String>> readAll() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "localhost:" + stack.addresses().port(Part.KAFKA),
                "default.api.timeout.ms",
                10_000);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> events = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(events::add);
            }
            return events;
        }
    }

    private static String header(ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
