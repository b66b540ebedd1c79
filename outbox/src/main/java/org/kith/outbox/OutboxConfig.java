package org.kith.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code kith.outbox}; durations as {@code 500ms}, {@code 30s}, {@code 30d}. */
@ConfigMapping(prefix = "kith.outbox")
public interface OutboxConfig {
    /** The CloudEvents source of everything that this service sends. */
    @WithDefault("/${quarkus.application.name}")
    String source();

    /** Off where another process relays the events of this database. */
    @WithDefault("true")
    boolean relayEnabled();

    /** How long an event may wait where its notice was lost. */
    @WithDefault("1s")
    Duration pollEvery();

    /** How soon a replica notices that there is no leader any more. */
    @WithDefault("2s")
    Duration leadRetryEvery();

    /** The longest pause after a failure; it starts at a twentieth of this and doubles. */
    @WithDefault("10s")
    Duration longestBackoff();

    /** After so long without an acknowledgement a sending counts as failed, and the lead is given away. */
    @WithDefault("30s")
    Duration deliveryTimeout();

    /** How long a stopping service waits for what is under way. */
    @WithDefault("5s")
    Duration stopWithin();

    /** Rows read at a time. */
    @WithDefault("500")
    int batchSize();

    /** Kafka takes 1 MiB with key and headers. */
    @WithDefault("1000000")
    int maxEventBytes();

    /** Longer than Kafka keeps what may be delivered again. */
    @WithDefault("45d")
    Duration inboxKeptFor();
}
