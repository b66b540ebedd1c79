package org.kith.referral.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consent, as its own source sees it. */
record ConsentView(
        UUID id,
        String status,
        List<NewConsent.Recipient> recipients,
        List<String> information,
        String purpose,
        @Nullable Instant expiresAt,
        String given,
        boolean part2,
        Instant createdAt,
        @Nullable Instant revokedAt,
        long version) {

    static ConsentView of(Consent consent, Instant now) {
        return new ConsentView(
                consent.id(),
                consent.status(now),
                consent.recipients().stream().map(NewConsent.Recipient::new).toList(),
                consent.information(),
                consent.purpose(),
                consent.expiresAt(),
                consent.given(),
                consent.isPart2(),
                consent.createdAt(),
                consent.revokedAt(),
                consent.version());
    }

    /** What a change answers. */
    record Given(UUID id, String status, long version) {
        static Given of(Consent consent, Instant now) {
            return new Given(consent.id(), consent.status(now), consent.version());
        }
    }
}
