package org.kith.matching.platform;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;

/**
 * Keeps the copy of the directory: reads the compacted topic from its beginning, on a thread of its own and without a
 * group, because every replica needs all of it. The service is ready at the end offsets that were seen at start.
 */
@ApplicationScoped
public class ListingFeed {
    private static final Logger LOG = Logger.getLogger(ListingFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final ListingReader reader;
    private volatile FeedProgress progress = FeedProgress.waiting("Not started");
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    ListingFeed(@Identifier("default-kafka-broker") Map<String, Object> kafka, ListingReader reader) {
        this.kafka = kafka;
        this.reader = reader;
    }

    public FeedProgress progress() {
        return progress;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("listing-feed").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        KafkaConsumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        if (thread != null) {
            thread.join(STOP_WITHIN);
        }
    }

    private void run() {
        while (running) {
            try (var opened =
                    new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                // The copy stays as it is, and what was read again is known by its sequence.
                LOG.warnf("The listing feed starts again: %s", e.getMessage());
                note(e.getMessage());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> reading) {
        List<TopicPartition> partitions = awaitPartitions(reading);
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = awaitEnds(reading, partitions);
        while (running) {
            for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
                reader.read(record);
            }
            boolean reached = progress.ready() || hasReached(reading, ends);
            if (reached) {
                reader.flush();
            }
            if (reached && !progress.ready()) {
                LOG.infof("The copy of the directory is complete: %d listings", reader.held());
            }
            progress = new FeedProgress(reached, reached ? "Following" : "Reading", lag(reading, partitions));
        }
    }

    private List<TopicPartition> awaitPartitions(KafkaConsumer<byte[], byte[]> reading) {
        while (running) {
            try {
                List<PartitionInfo> known = reading.partitionsFor(Topic.LISTINGS.topicName());
                if (known != null && !known.isEmpty()) {
                    return known.stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
                }
                note("Waiting for the topic " + Topic.LISTINGS.topicName());
            } catch (TimeoutException e) {
                note("Waiting for Kafka");
            }
            pause();
        }
        throw new WakeupException();
    }

    private Map<TopicPartition, Long> awaitEnds(
            KafkaConsumer<byte[], byte[]> reading, List<TopicPartition> partitions) {
        while (running) {
            try {
                return reading.endOffsets(partitions);
            } catch (TimeoutException e) {
                note("Waiting for Kafka");
            }
        }
        throw new WakeupException();
    }

    private static boolean hasReached(KafkaConsumer<byte[], byte[]> reading, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> reading.position(end.getKey()) >= end.getValue());
    }

    private static long lag(KafkaConsumer<byte[], byte[]> reading, List<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.summingLong(
                        partition -> reading.currentLag(partition).orElse(0)));
    }

    /** Once ready it stays so: the copy answers also while Kafka is away. */
    private void note(@Nullable String state) {
        progress = new FeedProgress(progress.ready(), state == null ? "Waiting" : state, progress.lag());
    }

    private void pause() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }
}
