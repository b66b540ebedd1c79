package org.kith.referral.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when it is whose turn. Days are business days for answers, and calendar days for care that goes on. */
public record Deadlines(
        BusinessDays calendar,
        int remindAfterDays,
        int escalateAfterDays,
        int expireAfterDays,
        Duration urgentRemindAfter,
        Duration urgentExpireAfter,
        Duration firstContactWithin,
        Duration waitlistReviewAfter,
        Duration staleAfter) {

    /** The three dates of an unanswered offer. */
    public record Answer(Instant remindAt, Instant escalateAt, Instant expireAt) {}

    public Answer answer(boolean urgent, Instant offeredAt) {
        if (urgent) {
            return new Answer(
                    offeredAt.plus(urgentRemindAfter),
                    offeredAt.plus(urgentRemindAfter.multipliedBy(2)),
                    offeredAt.plus(urgentExpireAfter));
        }
        return new Answer(
                calendar.after(offeredAt, remindAfterDays),
                calendar.after(offeredAt, remindAfterDays + escalateAfterDays),
                calendar.after(offeredAt, expireAfterDays));
    }

    /** When the organization should have moved on from the state it has just reached; null when nothing is due. */
    public @Nullable Instant next(AttemptState reached, Instant now) {
        return switch (reached) {
            case ACCEPTED, NO_SHOW -> now.plus(firstContactWithin);
            case WAITLISTED -> now.plus(waitlistReviewAfter);
            case IN_SERVICE -> now.plus(staleAfter);
            case OFFERED, VIEWED, DECLINED, EXPIRED, COMPLETED, FAILED, WITHDRAWN -> null;
        };
    }
}
