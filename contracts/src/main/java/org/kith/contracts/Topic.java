package org.kith.contracts;

import java.time.Duration;
import java.util.Map;

/** The topics between the services, with the settings that they are made with; equal to asyncapi.yaml by a test. */
public enum Topic {
    /** Key: service id. The newest listing of every service stays for ever, so that a copy can be built from nothing. */
    LISTINGS("directory.listing.v1", Keeping.NEWEST_OF_EACH_KEY),

    /** Key: referral id. What happened to referrals and their attempts, in order. */
    REFERRALS("referral.events.v1", Keeping.THIRTY_DAYS),

    /** Key: service id. What an organization last said of its capacity. */
    CAPACITIES("provider.capacity.v1", Keeping.NEWEST_OF_EACH_KEY),

    /** Key: match id. Counts of matches made; nothing about a person. */
    MATCHES("match.performed.v1", Keeping.THIRTY_DAYS);

    /** Enough for four consumers side by side; more would break the order per key of what is already written. */
    public static final int PARTITIONS = 4;

    private static final String DEAD_LETTERS = ".dlt";

    private final String topicName;
    private final Keeping keeping;

    Topic(String topicName, Keeping keeping) {
        this.topicName = topicName;
        this.keeping = keeping;
    }

    /** Its name in Kafka, such as {@code referral.events.v1}. */
    public String topicName() {
        return topicName;
    }

    /** Where a consumer puts the records that it cannot take. */
    public String deadLetterName() {
        return topicName + DEAD_LETTERS;
    }

    /** Kafka's settings of the topic, without those that depend on the cluster's size. */
    public Map<String, String> settings() {
        return keeping.settings;
    }

    /** Whether only the newest record of each key is kept. */
    public boolean isCompacted() {
        return keeping == Keeping.NEWEST_OF_EACH_KEY;
    }

    /** Dead letters are never compacted: two refused records of one key are two things to look at. */
    public static Map<String, String> deadLetterSettings() {
        return Keeping.NINETY_DAYS.settings;
    }

    private enum Keeping {
        /** A deletion is readable for a week, for a copy that was away. */
        NEWEST_OF_EACH_KEY(Map.of(
                "cleanup.policy",
                "compact",
                "delete.retention.ms",
                millis(7),
                "max.compaction.lag.ms",
                millis(1),
                "min.cleanable.dirty.ratio",
                "0.1")),
        THIRTY_DAYS(Map.of("cleanup.policy", "delete", "retention.ms", millis(30))),
        NINETY_DAYS(Map.of("cleanup.policy", "delete", "retention.ms", millis(90)));

        private final Map<String, String> settings;

        Keeping(Map<String, String> settings) {
            this.settings = settings;
        }

        private static String millis(int days) {
            return Long.toString(Duration.ofDays(days).toMillis());
        }
    }
}
