package org.kith.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A past fact on its way to Kafka.
 *
 * @param topic the topic's name, see {@link org.kith.contracts.Topic}
 * @param key events of one key arrive in the order in which their transactions committed
 * @param type the full CloudEvents type, made by {@link CloudEvents#type}
 * @param data the JSON to send, byte for byte; null is a tombstone
 * @param subject what the event is about, where the key does not say it
 * @param sequence rises with every event of the key; consumers ignore what is not newer
 */
// The bytes go out as they came; events are not compared.
@SuppressWarnings("ArrayRecordComponent")
public record OutboxEvent(
        String topic,
        String key,
        String type,
        byte @Nullable [] data,
        @Nullable String subject,
        long sequence) {}
