package org.kith.referral.referral;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.lifecycle.Actor;
import org.kith.referral.lifecycle.Moved;
import org.kith.referral.lifecycle.ReferralState;
import org.kith.referral.platform.AuditTrail;
import org.kith.referral.platform.Tenancy;

/**
 * Reminds of offers that nobody has answered, and takes back those whose time is over. Any number of replicas may run
 * it: each takes what no other has in hand.
 */
@ApplicationScoped
class OfferClock {
    private static final int AT_ONCE = 50;

    private final Referrals referrals;
    private final Attempts attempts;
    private final Chronicle chronicle;
    private final AuditTrail audit;
    private final Tenancy tenancy;
    private final Clock clock;

    OfferClock(
            Referrals referrals,
            Attempts attempts,
            Chronicle chronicle,
            AuditTrail audit,
            Tenancy tenancy,
            Clock clock) {
        this.referrals = referrals;
        this.attempts = attempts;
        this.chronicle = chronicle;
        this.audit = audit;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Scheduled(
            every = "{referral.clock.every}",
            identity = "offers",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        while (run(clock.instant()) == AT_ONCE) {
            // There may be more.
        }
    }

    /** One batch, in a transaction of its own; how many attempts it looked at. */
    int run(Instant now) {
        return tenancy.asClock(() -> QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> due = due(now);
            due.forEach(id -> look(id, now));
            return due.size();
        }));
    }

    private void look(UUID id, Instant now) {
        Attempt attempt = attempts.findById(id);
        if (attempt == null || !attempt.isOpen()) {
            return;
        }
        Referral referral = referrals.findById(attempt.referralId());
        if (referral == null) {
            return;
        }
        Moved reminded = attempt.remind(now);
        if (reminded != null) {
            chronicle.record(referral, attempt, reminded);
        }
        if (attempt.isUnansweredAt(now)) {
            chronicle.record(referral, attempt, attempt.expire(now));
            if (referral.state() != ReferralState.REROUTING) {
                chronicle.record(referral, referral.reroute(Actor.PLATFORM, now));
            }
            audit.appendForClock("EXPIRE", "/v1/attempts/" + id);
        }
    }

    /** The referral is what is locked, as by everybody else; whoever is at it just now will have been looked at soon. */
    private List<UUID> due(Instant now) {
        return referrals
                .getEntityManager()
                .createNativeQuery("""
                        SELECT a.id FROM attempt a JOIN referral r ON r.id = a.referral_id
                        WHERE a.state IN ('OFFERED', 'VIEWED') AND least(a.remind_at, a.escalate_at, a.due_at) <= :now
                        ORDER BY least(a.remind_at, a.escalate_at, a.due_at)
                        LIMIT :many FOR NO KEY UPDATE OF r SKIP LOCKED""", UUID.class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("many", AT_ONCE)
                .getResultList();
    }
}
