package org.kith.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.AttemptView;

/** A referral, as its source sees it: with its attempts and all that happened. */
record ReferralView(
        UUID id,
        String state,
        String taskStatus,
        String businessStatus,
        String need,
        String urgency,
        UUID clientId,
        @Nullable UUID matchId,
        @Nullable UUID planId,
        @Nullable String note,
        @Nullable String summary,
        Instant createdAt,
        long version,
        List<AttemptView> attempts,
        List<Happened> history) {

    record Happened(
            Instant at,
            String event,
            @Nullable String from,
            String to,
            @Nullable UUID attemptId,
            @Nullable String reason,
            String actorRole) {}

    static ReferralView of(
            Referral referral,
            @Nullable String note,
            @Nullable String summary,
            List<Attempt> attempts,
            List<HistoryEntry> history) {
        return new ReferralView(
                referral.id(),
                referral.state().name(),
                referral.state().taskStatus(),
                referral.businessStatus(),
                referral.need(),
                referral.urgency(),
                referral.clientId(),
                referral.matchId(),
                referral.planId(),
                note,
                summary,
                referral.createdAt(),
                referral.version(),
                attempts.stream().map(AttemptView::of).toList(),
                history.stream()
                        .map(entry -> new Happened(
                                entry.at(),
                                entry.event(),
                                entry.from(),
                                entry.to(),
                                entry.attemptId(),
                                entry.reason(),
                                entry.actorRole()))
                        .toList());
    }

    /** A referral in a list, and as a verb answers. */
    record Item(
            UUID id,
            String state,
            String taskStatus,
            String businessStatus,
            String need,
            String urgency,
            UUID clientId,
            @Nullable UUID planId,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static Item of(Referral referral) {
            return new Item(
                    referral.id(),
                    referral.state().name(),
                    referral.state().taskStatus(),
                    referral.businessStatus(),
                    referral.need(),
                    referral.urgency(),
                    referral.clientId(),
                    referral.planId(),
                    referral.createdAt(),
                    referral.updatedAt(),
                    referral.version());
        }
    }
}
