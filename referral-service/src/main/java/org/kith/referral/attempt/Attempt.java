package org.kith.referral.attempt;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.lifecycle.Actor;
import org.kith.referral.lifecycle.AttemptState;
import org.kith.referral.lifecycle.AttemptVerb;
import org.kith.referral.lifecycle.Deadlines;
import org.kith.referral.lifecycle.DeclineReasons;
import org.kith.referral.lifecycle.Lifecycle;
import org.kith.referral.lifecycle.Moved;
import org.kith.referral.lifecycle.UnknownCode;
import org.kith.referral.privacy.DataKey;

/** One offer to one service. Each verb asks the lifecycle, moves, and returns what happened. */
@Entity
public class Attempt {
    private static final int NO_SHOWS_THAT_END_IT = 3;

    @Id
    private UUID id;

    private String tenant;
    private UUID referralId;
    private UUID clientId;
    private UUID consentId;
    private UUID serviceId;
    private UUID organizationId;

    @Enumerated(EnumType.STRING)
    private AttemptState state;

    private String businessStatus;
    private @Nullable String reason;
    private byte @Nullable [] textSealed;
    private byte @Nullable [] summarySealed;
    private int noShows;
    private boolean confidential;
    private Instant offeredAt;
    private @Nullable Instant dueAt;
    private @Nullable Instant remindAt;
    private @Nullable Instant escalateAt;

    @Version
    private long version;

    protected Attempt() {}

    /** What an offer is made of; all of it known before it leaves. */
    public record Offer(
            String tenant,
            UUID referral,
            UUID client,
            UUID consent,
            UUID service,
            UUID organization,
            boolean confidential) {}

    public Attempt(Offer offer, Deadlines.Answer answer, Instant now) {
        this.id = UUID.randomUUID();
        this.tenant = offer.tenant();
        this.referralId = offer.referral();
        this.clientId = offer.client();
        this.consentId = offer.consent();
        this.serviceId = offer.service();
        this.organizationId = offer.organization();
        this.confidential = offer.confidential();
        this.state = AttemptState.OFFERED;
        this.businessStatus = state.businessStatuses().getFirst();
        this.offeredAt = now;
        this.remindAt = answer.remindAt();
        this.escalateAt = answer.escalateAt();
        this.dueAt = answer.expireAt();
    }

    /** That it began. */
    public Moved offered(Actor by) {
        return new Moved("attempt.offered", id, null, state.name(), businessStatus, null, dueAt, by, offeredAt);
    }

    public Moved view(Actor by, Instant now) {
        return move(AttemptVerb.VIEW, by, now, dueAt, null, null);
    }

    public Moved accept(Actor by, Deadlines deadlines, Instant now) {
        return move(AttemptVerb.ACCEPT, by, now, deadlines.next(AttemptState.ACCEPTED, now), null, null);
    }

    public Moved decline(Actor by, String why, @Nullable String text, DataKey key, Instant now) {
        if (!DeclineReasons.ALL.contains(why)) {
            throw new UnknownCode("reason", DeclineReasons.ALL);
        }
        Moved moved = move(AttemptVerb.DECLINE, by, now, null, null, why);
        textSealed = key.seal("attempt.text", text);
        return moved;
    }

    public Moved expire(Instant now) {
        return move(AttemptVerb.EXPIRE, Actor.PLATFORM, now, null, null, null);
    }

    /** A place on a waiting list: accepted, then on hold; both are recorded. */
    public List<Moved> waitlist(Actor by, Deadlines deadlines, Instant now) {
        Instant review = deadlines.next(AttemptState.WAITLISTED, now);
        if (state == AttemptState.ACCEPTED) {
            return List.of(move(AttemptVerb.WAITLIST, by, now, review, null, null));
        }
        return List.of(accept(by, deadlines, now), move(AttemptVerb.WAITLIST, by, now, review, null, null));
    }

    public Moved start(Actor by, Deadlines deadlines, Instant now) {
        return move(AttemptVerb.START, by, now, deadlines.next(AttemptState.IN_SERVICE, now), null, null);
    }

    public Moved noShow(Actor by, Deadlines deadlines, Instant now) {
        boolean last = noShows + 1 >= NO_SHOWS_THAT_END_IT;
        Moved moved = last
                ? move(AttemptVerb.MISS_AGAIN, by, now, null, "client-no-show", "client-no-show")
                : move(AttemptVerb.MISS, by, now, deadlines.next(AttemptState.NO_SHOW, now), null, null);
        noShows++;
        return moved;
    }

    public Moved complete(Actor by, String outcome, @Nullable String summary, DataKey key, Instant now) {
        allow("outcome", outcome, AttemptState.COMPLETED.businessStatuses());
        Moved moved = move(AttemptVerb.COMPLETE, by, now, null, outcome, null);
        summarySealed = key.seal("attempt.summary", summary);
        return moved;
    }

    public Moved fail(Actor by, String why, Instant now) {
        allow("reason", why, AttemptState.FAILED.businessStatuses());
        return move(AttemptVerb.FAIL, by, now, null, why, why);
    }

    /** @param why withdrawn or consent-revoked */
    public Moved withdraw(Actor by, String why, Instant now) {
        return move(AttemptVerb.WITHDRAW, by, now, null, why, null);
    }

    /** Nobody has answered yet; null where it was said already or there is nothing to say. */
    public @Nullable Moved remind(Instant now) {
        String said;
        if (escalateAt != null && !now.isBefore(escalateAt)) {
            said = "attempt.escalated";
            remindAt = null;
            escalateAt = null;
        } else if (remindAt != null && !now.isBefore(remindAt)) {
            said = "attempt.reminded";
            remindAt = null;
        } else {
            return null;
        }
        return new Moved(said, id, state.name(), state.name(), businessStatus, null, dueAt, Actor.PLATFORM, now);
    }

    /** Whether the time to answer has run out. */
    public boolean isUnansweredAt(Instant now) {
        return (state == AttemptState.OFFERED || state == AttemptState.VIEWED) && dueAt != null && !now.isBefore(dueAt);
    }

    private Moved move(
            AttemptVerb verb,
            Actor by,
            Instant now,
            @Nullable Instant due,
            @Nullable String status,
            @Nullable String why) {
        var edge = Lifecycle.choose(Lifecycle.ATTEMPT, state, verb, by);
        AttemptState from = state;
        state = edge.to();
        businessStatus = status == null ? state.businessStatuses().getFirst() : status;
        reason = why;
        dueAt = due;
        if (state != AttemptState.VIEWED) {
            remindAt = null;
            escalateAt = null;
        }
        return new Moved(edge.event(), id, from.name(), state.name(), businessStatus, why, due, by, now);
    }

    private static void allow(String field, String code, List<String> allowed) {
        if (!allowed.contains(code)) {
            throw new UnknownCode(field, allowed);
        }
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public UUID id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public UUID referralId() {
        return referralId;
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID consentId() {
        return consentId;
    }

    public UUID serviceId() {
        return serviceId;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public AttemptState state() {
        return state;
    }

    public String businessStatus() {
        return businessStatus;
    }

    public @Nullable String reason() {
        return reason;
    }

    public boolean isConfidential() {
        return confidential;
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable String summary(DataKey key) {
        return key.open("attempt.summary", summarySealed);
    }

    public @Nullable String text(DataKey key) {
        return key.open("attempt.text", textSealed);
    }

    public long version() {
        return version;
    }
}
