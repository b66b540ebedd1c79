package org.kith.outbox;

import java.time.Duration;

/** Impatient settings, so that a test sees in seconds what production sees in minutes. */
record TestConfig(Duration deliveryTimeout) implements OutboxConfig {
    TestConfig() {
        this(Duration.ofSeconds(30));
    }

    @Override
    public String source() {
        return "/outbox-test";
    }

    @Override
    public boolean relayEnabled() {
        return true;
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration leadRetryEvery() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration longestBackoff() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration stopWithin() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int batchSize() {
        return 100;
    }

    @Override
    public int maxEventBytes() {
        return 1_000_000;
    }

    @Override
    public Duration inboxKeptFor() {
        return Duration.ofDays(1);
    }
}
