package org.kith.referral.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.lifecycle.Moved;

/**
 * What the other services are told. Never who the client is, and nothing that anybody wrote freely; where violence or
 * the treatment of substance use is involved, also not where, to whom or why.
 */
record ReferralEvent(
        UUID referralId,
        @Nullable UUID attemptId,
        long sequence,
        @Nullable String from,
        String to,
        String businessStatus,
        @Nullable String reasonCode,
        @Nullable UUID resourceId,
        @Nullable UUID organizationId,
        String tenant,
        Instant occurredAt,
        @Nullable Instant dueAt,
        String actorRole) {

    static ReferralEvent of(Referral referral, @Nullable Attempt attempt, long sequence, Moved moved) {
        boolean silent = referral.isConfidential() || (attempt != null && attempt.isConfidential());
        return new ReferralEvent(
                referral.id(),
                moved.attempt(),
                sequence,
                moved.from(),
                moved.to(),
                moved.businessStatus(),
                silent ? null : moved.reason(),
                silent || attempt == null ? null : attempt.serviceId(),
                silent || attempt == null ? null : attempt.organizationId(),
                referral.tenant(),
                moved.at(),
                moved.dueAt(),
                moved.by().role());
    }
}
