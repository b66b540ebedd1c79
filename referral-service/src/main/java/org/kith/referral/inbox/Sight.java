package org.kith.referral.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.client.ClientKeys;
import org.kith.referral.client.Clients;
import org.kith.referral.client.Profile;
import org.kith.referral.consent.Consent;
import org.kith.referral.consent.Consents;
import org.kith.referral.listing.Listing;
import org.kith.referral.listing.Listings;
import org.kith.referral.referral.Referral;

/** Decides what of a client a receiving organization sees: by the state of the attempt, and by the consent. */
@ApplicationScoped
class Sight {
    private static final String PART2_NOTICE =
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private final Clients clients;
    private final ClientKeys keys;
    private final Consents consents;
    private final Listings listings;
    private final Clock clock;

    Sight(Clients clients, ClientKeys keys, Consents consents, Listings listings, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.consents = consents;
        this.listings = listings;
        this.clock = clock;
    }

    OfferView of(Attempt attempt, Referral referral) {
        Consent consent = consents.findById(attempt.consentId());
        boolean inForce = consent != null && consent.isInForce(clock.instant());
        boolean maySee = inForce && (attempt.isOpen() || attempt.state().isTakenOn());
        Profile profile = maySee ? clients.profile(attempt.clientId()) : null;
        boolean knows = maySee && attempt.state().isTakenOn();
        return new OfferView(
                attempt.id(),
                referral.id(),
                attempt.serviceId(),
                listings.findByIdOptional(attempt.serviceId())
                        .map(Listing::name)
                        .orElse(null),
                attempt.state().name(),
                attempt.state().taskStatus(),
                attempt.businessStatus(),
                profile == null ? null : profile.language(),
                profile == null || profile.contact() == null
                        ? null
                        : profile.contact().method(),
                profile == null ? null : profile.area(),
                referral.need(),
                referral.urgency(),
                attempt.offeredAt(),
                attempt.dueAt(),
                knows && profile != null && consent != null ? person(attempt, profile, consent) : null,
                knows ? note(referral) : null,
                inForce && consent.isPart2() ? PART2_NOTICE : null,
                attempt.version());
    }

    private static OfferView.@Nullable Person person(Attempt attempt, Profile profile, Consent consent) {
        boolean contact = consent.allows("contact");
        if (!contact && !consent.allows("identity")) {
            return null;
        }
        return new OfferView.Person(attempt.clientId(), profile.displayName(), contact ? profile.contact() : null);
    }

    private @Nullable String note(Referral referral) {
        var key = keys.find(referral.clientId());
        return key == null ? null : referral.note(key);
    }
}
