package org.kith.matching.selection;

import java.util.List;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Offer;
import org.kith.matching.candidate.Place;
import org.kith.matching.candidate.Standing;
import org.kith.matching.candidate.Whereabouts;
import org.kith.matching.code.Capacity;
import org.kith.matching.query.Where;

/** Listings that differ in one thing. */
final class Changed {
    private Changed() {}

    static Candidate farther(Candidate listing, Where where) {
        Place place = listing.whereabouts().places().getFirst();
        double latitude = where.latitude() == null ? 0 : where.latitude();
        double longitude = where.longitude() == null ? 0 : where.longitude();
        Place away = new Place(
                place.latitude() + (place.latitude() - latitude) * 0.3 + (place.latitude() >= latitude ? 0.01 : -0.01),
                place.longitude() + (place.longitude() - longitude) * 0.3);
        Whereabouts old = listing.whereabouts();
        return new Candidate(
                listing.id(),
                listing.name(),
                listing.organization(),
                listing.coded(),
                listing.offer(),
                listing.welcome(),
                listing.standing(),
                new Whereabouts(List.of(away), false, old.country(), old.region(), null, null, null, old.areas()),
                listing.hours(),
                listing.contact());
    }

    static Candidate older(Candidate listing) {
        Standing old = listing.standing();
        return with(
                listing,
                listing.offer(),
                new Standing(
                        old.status(),
                        old.assured() == null ? null : old.assured().minusDays(100),
                        old.flags()));
    }

    static Candidate full(Candidate listing) {
        Offer old = listing.offer();
        Offer offer = new Offer(
                old.kind(),
                old.needs(),
                old.topics(),
                old.supportTypes(),
                old.formats(),
                old.groupSize(),
                old.features(),
                old.approaches(),
                old.cost(),
                Capacity.FULL,
                null);
        return with(listing, offer, listing.standing());
    }

    private static Candidate with(Candidate listing, Offer offer, Standing standing) {
        return new Candidate(
                listing.id(),
                listing.name(),
                listing.organization(),
                listing.coded(),
                offer,
                listing.welcome(),
                standing,
                listing.whereabouts(),
                listing.hours(),
                listing.contact());
    }

    static Candidate renamed(Candidate listing, UUID id) {
        return new Candidate(
                id,
                listing.name(),
                listing.organization(),
                listing.coded(),
                listing.offer(),
                listing.welcome(),
                listing.standing(),
                listing.whereabouts(),
                listing.hours(),
                listing.contact());
    }
}
