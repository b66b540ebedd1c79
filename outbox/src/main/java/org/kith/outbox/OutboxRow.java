package org.kith.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it waits in the table. */
// The bytes are sent as they are; rows are told apart by their id and never compared.
@SuppressWarnings("ArrayRecordComponent")
record OutboxRow(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        @Nullable String subject,
        long sequence,
        Instant occurredAt,
        byte @Nullable [] data) {}
