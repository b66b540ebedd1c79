package org.kith.referral.attempt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt as its source sees it, and as a verb answers; nothing in it says who the client is. */
public record AttemptView(
        UUID id,
        UUID referralId,
        UUID serviceId,
        UUID organizationId,
        String state,
        String taskStatus,
        String businessStatus,
        @Nullable String reason,
        Instant offeredAt,
        @Nullable Instant dueAt,
        long version) {

    public static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.id(),
                attempt.referralId(),
                attempt.serviceId(),
                attempt.organizationId(),
                attempt.state().name(),
                attempt.state().taskStatus(),
                attempt.businessStatus(),
                attempt.reason(),
                attempt.offeredAt(),
                attempt.dueAt(),
                attempt.version());
    }
}
