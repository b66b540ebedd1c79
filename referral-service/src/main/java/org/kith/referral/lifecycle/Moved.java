package org.kith.referral.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step that happened to a referral: what the history keeps and the event tells.
 *
 * @param attempt null when the referral itself moved
 * @param from null when it began to exist
 * @param reason a code, never free text
 */
public record Moved(
        String event,
        @Nullable UUID attempt,
        @Nullable String from,
        String to,
        String businessStatus,
        @Nullable String reason,
        @Nullable Instant dueAt,
        Actor by,
        Instant at) {}
