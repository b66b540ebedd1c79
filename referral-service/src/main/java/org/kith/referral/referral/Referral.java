package org.kith.referral.referral;

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
import org.kith.referral.lifecycle.Lifecycle;
import org.kith.referral.lifecycle.Moved;
import org.kith.referral.lifecycle.ReferralState;
import org.kith.referral.lifecycle.ReferralVerb;
import org.kith.referral.lifecycle.UnknownCode;
import org.kith.referral.privacy.DataKey;

/** What the source asked for. Each verb asks the lifecycle, moves, and returns what happened. */
@Entity
public class Referral {
    private static final List<String> CANCEL_REASONS =
            List.of("withdrawn", "duplicate", "consent-revoked", "entered-in-error");

    @Id
    private UUID id;

    private String tenant;
    private UUID clientId;
    private String need;
    private String urgency;
    private @Nullable UUID matchId;
    private @Nullable UUID planId;
    private byte @Nullable [] noteSealed;
    private byte @Nullable [] summarySealed;
    private byte @Nullable [] overLimitSealed;

    @Enumerated(EnumType.STRING)
    private ReferralState state;

    private String businessStatus;
    private @Nullable UUID serviceId;
    private boolean confidential;
    private long sequence;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    protected Referral() {}

    Referral(String tenant, NewReferral asked, boolean confidential, DataKey key, Instant now) {
        this.id = UUID.randomUUID();
        this.tenant = tenant;
        this.clientId = asked.clientId();
        this.need = asked.need();
        this.urgency = asked.urgencyOrRoutine();
        this.matchId = asked.matchId();
        this.planId = asked.planId();
        this.noteSealed = key.seal("referral.note", asked.note());
        this.overLimitSealed = key.seal("referral.over_limit", asked.overLimitReason());
        this.confidential = confidential;
        this.state = ReferralState.DRAFT;
        this.businessStatus = state.businessStatuses().getFirst();
        this.createdAt = now;
        this.updatedAt = now;
    }

    Moved created(Actor by) {
        return new Moved("referral.created", null, null, state.name(), businessStatus, null, null, by, createdAt);
    }

    Moved submit(Actor by, Instant now) {
        return move(ReferralVerb.SUBMIT, by, now, null, null);
    }

    Moved takeUp(Actor by, Instant now) {
        return move(ReferralVerb.TAKE_UP, by, now, null, null);
    }

    Moved place(Actor by, Instant now) {
        return move(ReferralVerb.PLACE, by, now, null, null);
    }

    Moved reroute(Actor by, Instant now) {
        return move(ReferralVerb.REROUTE, by, now, null, null);
    }

    Moved resolve(Actor by, String outcome, @Nullable String summary, @Nullable DataKey key, Instant now) {
        allow("outcome", outcome, ReferralState.RESOLVED.businessStatuses());
        Moved moved = move(ReferralVerb.RESOLVE, by, now, outcome, null);
        if (key != null) {
            summarySealed = key.seal("referral.summary", summary);
        }
        return moved;
    }

    Moved close(Actor by, String reason, Instant now) {
        allow("reason", reason, ReferralState.EXHAUSTED.businessStatuses());
        return move(ReferralVerb.CLOSE, by, now, reason, reason);
    }

    Moved refuse(Actor by, String reason, Instant now) {
        allow("reason", reason, ReferralState.REFUSED.businessStatuses());
        return move(ReferralVerb.REFUSE, by, now, reason, reason);
    }

    /** What was entered in error never was a referral; everything else that stops was one. */
    Moved cancel(Actor by, String reason, Instant now) {
        allow("reason", reason, CANCEL_REASONS);
        return reason.equals("entered-in-error")
                ? move(ReferralVerb.MARK_ERROR, by, now, null, null)
                : move(ReferralVerb.CANCEL, by, now, reason, reason);
    }

    /** Something happened that moves nothing, such as a revoked consent. */
    Moved note(String event, Actor by, Instant now) {
        return new Moved(event, null, state.name(), state.name(), businessStatus, null, null, by, now);
    }

    /** From now on it is at this service; whatever is said of it is as confidential as the service is. */
    void offeredTo(UUID service, boolean confidentially) {
        serviceId = service;
        confidential = confidential || confidentially;
    }

    /** Events of a referral are numbered from 1 without a gap. */
    long nextSequence() {
        return ++sequence;
    }

    private Moved move(ReferralVerb verb, Actor by, Instant now, @Nullable String status, @Nullable String reason) {
        var edge = Lifecycle.choose(Lifecycle.REFERRAL, state, verb, by);
        ReferralState from = state;
        state = edge.to();
        businessStatus = status == null ? state.businessStatuses().getFirst() : status;
        updatedAt = now;
        return new Moved(edge.event(), null, from.name(), state.name(), businessStatus, reason, null, by, now);
    }

    private static void allow(String field, String code, List<String> allowed) {
        if (!allowed.contains(code)) {
            throw new UnknownCode(field, allowed);
        }
    }

    public UUID id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public UUID clientId() {
        return clientId;
    }

    public String need() {
        return need;
    }

    public String urgency() {
        return urgency;
    }

    public boolean isUrgent() {
        return urgency.equals("urgent") || urgency.equals("crisis");
    }

    @Nullable
    UUID matchId() {
        return matchId;
    }

    public @Nullable UUID planId() {
        return planId;
    }

    public @Nullable String note(DataKey key) {
        return key.open("referral.note", noteSealed);
    }

    @Nullable
    String summary(DataKey key) {
        return key.open("referral.summary", summarySealed);
    }

    public ReferralState state() {
        return state;
    }

    String businessStatus() {
        return businessStatus;
    }

    @Nullable
    UUID serviceId() {
        return serviceId;
    }

    boolean isConfidential() {
        return confidential;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
