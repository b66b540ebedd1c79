package org.kith.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.capacity.Capacities;
import org.kith.referral.checkin.CheckIns;
import org.kith.referral.client.ClientKeys;
import org.kith.referral.lifecycle.Actor;
import org.kith.referral.lifecycle.Deadlines;
import org.kith.referral.lifecycle.ReferralState;
import org.kith.referral.platform.Tenancy;
import org.kith.web.EntityTags;
import org.kith.web.Problems;

/** What a receiving organization does with an attempt, and what that means for its referral. */
@ApplicationScoped
class AttemptLifecycle {
    private static final Actor PROVIDER = Actor.PROVIDER;

    private final Referrals referrals;
    private final Attempts attempts;
    private final ClientKeys keys;
    private final CheckIns checkIns;
    private final Capacities capacities;
    private final Acquaintance acquaintance;
    private final Chronicle chronicle;
    private final Deadlines deadlines;
    private final Tenancy tenancy;
    private final Clock clock;

    AttemptLifecycle(
            Referrals referrals,
            Attempts attempts,
            ClientKeys keys,
            CheckIns checkIns,
            Capacities capacities,
            Acquaintance acquaintance,
            Chronicle chronicle,
            Deadlines deadlines,
            Tenancy tenancy,
            Clock clock) {
        this.referrals = referrals;
        this.attempts = attempts;
        this.keys = keys;
        this.checkIns = checkIns;
        this.capacities = capacities;
        this.acquaintance = acquaintance;
        this.chronicle = chronicle;
        this.deadlines = deadlines;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Attempt view(UUID id, @Nullable String ifMatch) {
        return received(
                id,
                ifMatch,
                (referral, attempt) -> chronicle.record(referral, attempt, attempt.view(PROVIDER, clock.instant())));
    }

    Attempt accept(UUID id, @Nullable String ifMatch) {
        return received(id, ifMatch, (referral, attempt) -> {
            chronicle.record(referral, attempt, attempt.accept(PROVIDER, deadlines, clock.instant()));
            place(referral, attempt);
        });
    }

    Attempt decline(UUID id, @Nullable String ifMatch, String reason, @Nullable String text) {
        return received(id, ifMatch, (referral, attempt) -> {
            var key = keys.require(attempt.clientId());
            chronicle.record(referral, attempt, attempt.decline(PROVIDER, reason, text, key, clock.instant()));
            reroute(referral, PROVIDER);
            if (reason.equals("no-capacity")) {
                state(attempt, "full", null);
            }
        });
    }

    Attempt waitlist(UUID id, @Nullable String ifMatch, @Nullable Integer estimatedDays) {
        return received(id, ifMatch, (referral, attempt) -> {
            attempt.waitlist(PROVIDER, deadlines, clock.instant())
                    .forEach(moved -> chronicle.record(referral, attempt, moved));
            place(referral, attempt);
            state(attempt, "waitlist", estimatedDays);
        });
    }

    Attempt start(UUID id, @Nullable String ifMatch) {
        return received(id, ifMatch, (referral, attempt) -> {
            boolean first = chronicle.of(referral.id()).stream()
                    .noneMatch(entry -> entry.event().equals("attempt.started") && id.equals(entry.attemptId()));
            chronicle.record(referral, attempt, attempt.start(PROVIDER, deadlines, clock.instant()));
            if (first) {
                checkIns.schedule(
                        referral.tenant(),
                        referral.clientId(),
                        referral.id(),
                        referral.planId() != null,
                        clock.instant());
            }
        });
    }

    Attempt noShow(UUID id, @Nullable String ifMatch) {
        return received(id, ifMatch, (referral, attempt) -> {
            chronicle.record(referral, attempt, attempt.noShow(PROVIDER, deadlines, clock.instant()));
            if (!attempt.isOpen()) {
                reroute(referral, PROVIDER);
            }
        });
    }

    /** A need that was met resolves the referral; after any other outcome the source decides. */
    Attempt complete(UUID id, @Nullable String ifMatch, String outcome, @Nullable String summary) {
        return received(id, ifMatch, (referral, attempt) -> {
            var key = keys.require(attempt.clientId());
            chronicle.record(referral, attempt, attempt.complete(PROVIDER, outcome, summary, key, clock.instant()));
            if (outcome.equals("need-resolved")) {
                chronicle.record(referral, attempt, referral.resolve(PROVIDER, outcome, null, null, clock.instant()));
            }
        });
    }

    Attempt fail(UUID id, @Nullable String ifMatch, String reason) {
        return received(id, ifMatch, (referral, attempt) -> {
            chronicle.record(referral, attempt, attempt.fail(PROVIDER, reason, clock.instant()));
            reroute(referral, PROVIDER);
        });
    }

    /** The source takes it back. */
    Attempt withdraw(UUID id, @Nullable String ifMatch) {
        Actor by = tenancy.scope().actor();
        return changed(id, ifMatch, attempts::requireSent, (referral, attempt) -> {
            chronicle.record(referral, attempt, attempt.withdraw(by, "withdrawn", clock.instant()));
            if (referral.state() == ReferralState.PLACED) {
                reroute(referral, by);
            }
        });
    }

    /** Not placed after all, or not yet: it is to be offered to somebody else. */
    private void reroute(Referral referral, Actor by) {
        if (referral.state() != ReferralState.REROUTING) {
            chronicle.record(referral, referral.reroute(by, clock.instant()));
        }
    }

    private void place(Referral referral, Attempt attempt) {
        if (referral.state() != ReferralState.PLACED) {
            chronicle.record(referral, attempt, referral.place(PROVIDER, clock.instant()));
        }
        acquaintance.begin(attempt, clock.instant());
    }

    private void state(Attempt attempt, String capacity, @Nullable Integer estimatedDays) {
        capacities.state(new Capacities.Statement(
                attempt.serviceId(), attempt.organizationId(), capacity, estimatedDays, clock.instant()));
    }

    private Attempt received(UUID id, @Nullable String ifMatch, BiConsumer<Referral, Attempt> change) {
        return changed(id, ifMatch, attempts::requireReceived, change);
    }

    private Attempt changed(
            UUID id, @Nullable String ifMatch, Function<UUID, Attempt> load, BiConsumer<Referral, Attempt> change) {
        // The referral is locked before the attempt is read: of two that answer at once, the second sees the first.
        UUID referralId = attempts.referralOf(id).orElseThrow(Problems::notFound);
        Referral referral = referrals.lock(referralId);
        Attempt attempt = load.apply(id);
        if (referral == null) {
            throw Problems.notFound();
        }
        EntityTags.honour(ifMatch, attempt.version());
        change.accept(referral, attempt);
        attempts.flush();
        return attempt;
    }
}
