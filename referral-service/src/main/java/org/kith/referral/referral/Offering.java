package org.kith.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.client.Clients;
import org.kith.referral.client.Disclosures;
import org.kith.referral.consent.Consent;
import org.kith.referral.consent.Consents;
import org.kith.referral.lifecycle.Actor;
import org.kith.referral.lifecycle.AttemptState;
import org.kith.referral.lifecycle.Deadlines;
import org.kith.referral.listing.Listing;
import org.kith.referral.listing.Listings;
import org.kith.referral.platform.Tenancy;
import org.kith.web.EntityTags;
import org.kith.web.Problems;

/** Offering a referral to a service: the first time, and again where it was not placed. */
@ApplicationScoped
class Offering {
    private final Referrals referrals;
    private final Attempts attempts;
    private final Clients clients;
    private final Consents consents;
    private final Disclosures disclosures;
    private final Listings listings;
    private final Chronicle chronicle;
    private final Deadlines deadlines;
    private final Tenancy tenancy;
    private final Clock clock;

    Offering(
            Referrals referrals,
            Attempts attempts,
            Clients clients,
            Consents consents,
            Disclosures disclosures,
            Listings listings,
            Chronicle chronicle,
            Deadlines deadlines,
            Tenancy tenancy,
            Clock clock) {
        this.referrals = referrals;
        this.attempts = attempts;
        this.clients = clients;
        this.consents = consents;
        this.disclosures = disclosures;
        this.listings = listings;
        this.chronicle = chronicle;
        this.deadlines = deadlines;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Attempt offer(UUID id, @Nullable String ifMatch, UUID service) {
        // The client first, as whoever makes a referral does: two that wait for each other would both fail.
        UUID client = referrals.require(id).clientId();
        clients.requireLocked(client);
        Referral referral = referrals.requireLocked(id);
        EntityTags.honour(ifMatch, referral.version());
        Instant now = clock.instant();
        Actor by = tenancy.scope().actor();

        Listing listing = referable(service);
        List<Attempt> before = attempts.of(id);
        passOver(before, listing);
        referrals
                .duplicate(client, referral.need(), service)
                .filter(other -> !other.id().equals(id))
                .ifPresent(ReferralLifecycle::refuseDuplicate);
        Consent consent = consents.covering(client, listing.organizationId(), now)
                .orElseThrow(() -> Problems.conflict(
                        "consent-missing",
                        "No consent in force covers this recipient.",
                        Map.of("organization_id", listing.organizationId().toString())));
        makeReady(referral, before, by, now);

        boolean confidential = listing.isConfidential() || consent.isPart2() || referral.isConfidential();
        Attempt attempt = new Attempt(
                new Attempt.Offer(
                        referral.tenant(), id, client, consent.id(), service, listing.organizationId(), confidential),
                deadlines.answer(referral.isUrgent(), now),
                now);
        referral.offeredTo(service, confidential);
        attempts.persistAndFlush(attempt);
        chronicle.record(referral, attempt, attempt.offered(by));
        disclosures.record(
                new Disclosures.Telling(
                        referral.tenant(),
                        client,
                        attempt.id(),
                        listing.organizationId(),
                        List.of("need", "area", "language", "contact_method"),
                        consent.purpose()),
                consent.isPart2(),
                now);
        return attempt;
    }

    private Listing referable(UUID service) {
        Listing listing = listings.known(service)
                .orElseThrow(() -> Problems.invalid("/service_id", "unknown-service", "is no service that we know of"));
        if (!listing.takesReferrals()) {
            throw Problems.invalid("/service_id", "inactive-service", "is a service that is not active");
        }
        return listing;
    }

    private static void passOver(List<Attempt> before, Listing listing) {
        before.stream()
                .filter(attempt -> attempt.state().wasTried())
                .filter(attempt -> attempt.organizationId().equals(listing.organizationId()))
                .findFirst()
                .ifPresent(tried -> {
                    throw Problems.conflict(
                            "organization-already-tried",
                            "This organization has had the referral before.",
                            Map.of("attempt_id", tried.id().toString()));
                });
    }

    /** Brings the referral to where an offer may leave; a place on a waiting list is given up for a new offer. */
    private void makeReady(Referral referral, List<Attempt> before, Actor by, Instant now) {
        for (Attempt open : before) {
            if (open.state() == AttemptState.WAITLISTED) {
                chronicle.record(referral, open, open.withdraw(by, "withdrawn", now));
            } else if (open.isOpen()) {
                throw Problems.conflict(
                        "attempt-open",
                        "The referral is with an organization; withdraw that attempt first.",
                        Map.of("attempt_id", open.id().toString()));
            }
        }
        // Only one attempt may be open at a time, and the database holds us to it.
        attempts.flush();
        switch (referral.state()) {
            case PLACED -> chronicle.record(referral, referral.reroute(by, now));
            case MATCHING, REROUTING -> {
                // It may leave as it is.
            }
            case DRAFT, SENT, REFUSED, RESOLVED, EXHAUSTED, CANCELLED, ERROR ->
                chronicle.record(referral, referral.takeUp(by, now));
        }
    }
}
