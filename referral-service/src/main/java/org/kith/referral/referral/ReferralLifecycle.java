package org.kith.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.client.Client;
import org.kith.referral.client.ClientKeys;
import org.kith.referral.client.Clients;
import org.kith.referral.consent.Consents;
import org.kith.referral.lifecycle.Actor;
import org.kith.referral.lifecycle.ReferralState;
import org.kith.referral.plan.Plans;
import org.kith.referral.platform.Tenancy;
import org.kith.web.EntityTags;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/** What a source, or a coordinator, does with a referral. */
@ApplicationScoped
class ReferralLifecycle {
    private static final int OPEN_PER_PLAN = 3;
    // Such a need says by itself what happened; wherever it is offered, events stay silent about where.
    private static final Set<String> SILENT_NEEDS = Set.of("intimate_partner_violence", "violence_now");

    private final Referrals referrals;
    private final Attempts attempts;
    private final Clients clients;
    private final ClientKeys keys;
    private final Consents consents;
    private final Plans plans;
    private final Chronicle chronicle;
    private final Tenancy tenancy;
    private final Clock clock;

    ReferralLifecycle(
            Referrals referrals,
            Attempts attempts,
            Clients clients,
            ClientKeys keys,
            Consents consents,
            Plans plans,
            Chronicle chronicle,
            Tenancy tenancy,
            Clock clock) {
        this.referrals = referrals;
        this.attempts = attempts;
        this.clients = clients;
        this.keys = keys;
        this.consents = consents;
        this.plans = plans;
        this.chronicle = chronicle;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Referral create(NewReferral asked) {
        Vocabulary vocabulary = Vocabulary.standard();
        if (!vocabulary.has("need", asked.need())) {
            throw Problems.invalid(List.of(new FieldError(
                    "/need",
                    "unknown-code",
                    "is not a need of the vocabulary",
                    vocabulary.nearest("need", asked.need()))));
        }
        // Locked, so that of two equal requests the second sees what the first has made.
        Client client = lockedClient(asked.clientId());
        referrals.duplicate(client.id(), asked.need(), null).ifPresent(ReferralLifecycle::refuseDuplicate);
        respectPlan(asked);
        Referral referral = new Referral(
                client.tenant(),
                asked,
                SILENT_NEEDS.contains(asked.need()),
                keys.require(client.id()),
                clock.instant());
        referrals.persist(referral);
        // History refers to the row.
        referrals.flush();
        chronicle.begin(referral, referral.created(actor()));
        return referral;
    }

    Referral submit(UUID id, @Nullable String ifMatch) {
        Referral referral = loaded(id, ifMatch);
        var moved = referral.submit(actor(), clock.instant());
        if (!consents.anyInForce(referral.clientId(), clock.instant())) {
            throw Problems.conflict("consent-missing", "The client has given no consent that is in force.");
        }
        chronicle.record(referral, moved);
        return referral;
    }

    Referral cancel(UUID id, @Nullable String ifMatch, String reason) {
        Referral referral = loaded(id, ifMatch);
        var moved = referral.cancel(actor(), reason, clock.instant());
        withdrawOpen(referral, actor(), reason.equals("consent-revoked") ? reason : "withdrawn");
        chronicle.record(referral, moved);
        return referral;
    }

    Referral resolve(UUID id, @Nullable String ifMatch, String outcome, @Nullable String summary) {
        Referral referral = loaded(id, ifMatch);
        var moved = referral.resolve(actor(), outcome, summary, keys.require(referral.clientId()), clock.instant());
        withdrawOpen(referral, actor(), "withdrawn");
        chronicle.record(referral, moved);
        return referral;
    }

    /** A coordinator gives up on it; what nobody took up yet may also be refused. */
    Referral close(UUID id, @Nullable String ifMatch, String reason) {
        Referral referral = loaded(id, ifMatch);
        Instant now = clock.instant();
        if (ReferralState.REFUSED.businessStatuses().contains(reason)) {
            chronicle.record(referral, referral.refuse(actor(), reason, now));
            return referral;
        }
        if (referral.state() == ReferralState.SENT) {
            chronicle.record(referral, referral.takeUp(actor(), now));
        }
        var moved = referral.close(actor(), reason, now);
        withdrawOpen(referral, actor(), "withdrawn");
        chronicle.record(referral, moved);
        return referral;
    }

    /** What is still out comes back before the referral ends. */
    void withdrawOpen(Referral referral, Actor by, String why) {
        attempts.of(referral.id()).stream()
                .filter(Attempt::isOpen)
                .forEach(open -> chronicle.record(referral, open, open.withdraw(by, why, clock.instant())));
    }

    static void refuseDuplicate(Referral existing) {
        throw Problems.conflict(
                "duplicate-referral",
                "The client has an open referral for this need.",
                Map.of("existing_id", existing.id().toString()));
    }

    private Referral loaded(UUID id, @Nullable String ifMatch) {
        Referral referral = referrals.requireLocked(id);
        EntityTags.honour(ifMatch, referral.version());
        return referral;
    }

    /** In a body, a client that is not one's own is a mistake in that field. */
    private Client lockedClient(UUID id) {
        return clients.findOwnLocked(id)
                .orElseThrow(() -> Problems.invalid("/client_id", "unknown-client", "is not one of your clients"));
    }

    private void respectPlan(NewReferral asked) {
        UUID plan = asked.planId();
        if (plan == null) {
            return;
        }
        if (!plans.lockOf(asked.clientId(), plan)) {
            throw Problems.invalid("/plan_id", "unknown-plan", "is not a plan of this client");
        }
        boolean excused = asked.overLimitReason() != null && actor() == Actor.COORDINATOR;
        if (referrals.openOf(plan) >= OPEN_PER_PLAN && !excused) {
            throw Problems.conflict(
                    "too-many-open-referrals",
                    "The plan has three open referrals; a coordinator may add another with over_limit_reason.");
        }
    }

    private Actor actor() {
        return tenancy.scope().actor();
    }
}
