package org.kith.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.checkin.CheckInRecorded;
import org.kith.referral.client.ClientErased;
import org.kith.referral.consent.ConsentRevoked;
import org.kith.referral.consent.Consents;
import org.kith.referral.lifecycle.Actor;
import org.kith.referral.lifecycle.ReferralState;
import org.kith.referral.platform.Tenancy;

/** What other features' facts mean for referrals, inside the transaction in which they become facts. */
@ApplicationScoped
class Endings {
    private final Referrals referrals;
    private final Attempts attempts;
    private final Consents consents;
    private final ReferralLifecycle lifecycle;
    private final Chronicle chronicle;
    private final Tenancy tenancy;
    private final Clock clock;

    Endings(
            Referrals referrals,
            Attempts attempts,
            Consents consents,
            ReferralLifecycle lifecycle,
            Chronicle chronicle,
            Tenancy tenancy,
            Clock clock) {
        this.referrals = referrals;
        this.attempts = attempts;
        this.consents = consents;
        this.lifecycle = lifecycle;
        this.chronicle = chronicle;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Cancels what is open under the consent, or has no other to stand on; those who had it are told by an event. */
    void consentRevoked(@Observes ConsentRevoked revoked) {
        List<Attempt> under = attempts.under(revoked.consent());
        boolean anotherInForce = consents.anyInForce(revoked.client(), clock.instant());
        // In a fixed order, so that two who lock the same referrals do not wait for each other.
        TreeSet<UUID> touched = new TreeSet<>();
        under.forEach(attempt -> touched.add(attempt.referralId()));
        if (!anotherInForce) {
            referrals.openOfClient(revoked.client()).stream()
                    .filter(open -> open.state() != ReferralState.DRAFT)
                    .forEach(open -> touched.add(open.id()));
        }
        for (UUID id : touched) {
            Referral referral = referrals.requireLocked(id);
            chronicle.record(referral, referral.note("consent.revoked", actor(), clock.instant()));
            boolean standsOnIt = attempts.of(id).stream()
                    .filter(Attempt::isOpen)
                    .anyMatch(open -> open.consentId().equals(revoked.consent()));
            if (standsOnIt || !anotherInForce) {
                end(referral, "consent-revoked");
            }
        }
    }

    void clientErased(@Observes ClientErased erased) {
        for (Referral open : referrals.openOfClient(erased.client())) {
            end(referrals.requireLocked(open.id()), "withdrawn");
        }
    }

    void checkInRecorded(@Observes CheckInRecorded recorded) {
        Referral referral = referrals.requireLocked(recorded.referral());
        chronicle.record(referral, referral.note("checkin.recorded", actor(), clock.instant()));
    }

    private void end(Referral referral, String why) {
        if (referral.state() == ReferralState.DRAFT) {
            chronicle.record(referral, referral.cancel(actor(), "entered-in-error", clock.instant()));
        } else if (referral.state().isOpen()) {
            lifecycle.withdrawOpen(referral, Actor.PLATFORM, why);
            chronicle.record(referral, referral.cancel(Actor.PLATFORM, why, clock.instant()));
        }
    }

    private Actor actor() {
        return tenancy.scope().actor();
    }
}
