package org.kith.matching.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Earth;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.eligibility.Filters;
import org.kith.matching.policy.FilterPolicy;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.CostWish;
import org.kith.matching.query.Identity;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.MatchQueryBuilder;
import org.kith.matching.query.Where;

/**
 * The single changes of a request that a client could be offered, the easiest first: further away, another way to take
 * part, a time of need given up. Never who they are, their age, or whom they avoid.
 */
final class Relaxations {
    private static final int METERS_PER_KM = 1000;

    private final MatchQuery query;
    private final Candidate listing;
    private final List<Change> changes = new ArrayList<>();

    private record Change(String text, MatchQuery query) {}

    private Relaxations(MatchQuery query, Candidate listing) {
        this.query = query;
        this.listing = listing;
    }

    /** The first change by which the listing could be ranked. */
    static Optional<String> smallest(MatchQuery query, Candidate listing, FilterPolicy policy) {
        Relaxations relaxations = new Relaxations(query, listing);
        relaxations.distance();
        relaxations.formats();
        relaxations.groupSize();
        relaxations.cost();
        relaxations.languages();
        relaxations.conditions();
        return relaxations.changes.stream()
                .filter(change ->
                        new Filters(change.query(), policy).judge(listing).isEligible())
                .map(Change::text)
                .findFirst();
    }

    private void distance() {
        Where where = query.where();
        Double latitude = where.latitude();
        Double longitude = where.longitude();
        if (latitude == null || longitude == null) {
            return;
        }
        Earth.Vector from = Earth.vector(latitude, longitude);
        int[] distances = listing.whereabouts().places().stream()
                .mapToInt(place -> Earth.meters(from, Earth.vector(place.latitude(), place.longitude())))
                .sorted()
                .toArray();
        for (int meters : distances) {
            int kilometers = (meters + METERS_PER_KM - 1) / METERS_PER_KM;
            Where wider = new Where(where.country(), where.region(), latitude, longitude, kilometers * METERS_PER_KM);
            add("max_distance_km " + kilometers, query.change().where(wider));
        }
    }

    private void formats() {
        for (Format format : listing.offer().formats().toList()) {
            List<Format> more = new ArrayList<>(query.formatsOk());
            more.add(format);
            add("formats_ok " + format.code(), query.change().formatsOk(more));
        }
    }

    private void groupSize() {
        GroupSize size = listing.groupSize();
        if (size != null && !query.groupSizeOk().isEmpty()) {
            add(
                    "group_size_ok " + size.code(),
                    query.change().groupSizeOk(query.groupSizeOk().with(size)));
        }
    }

    private void cost() {
        Cost cost = listing.offer().cost();
        if (cost != null) {
            add(
                    "cost.max " + cost.code(),
                    query.change().cost(new CostWish(cost, query.cost().insured())));
        }
    }

    private void languages() {
        for (int i = 0; i < query.languages().size(); i++) {
            LanguageWish wish = query.languages().get(i);
            add(
                    "languages " + wish.language() + " interpreter_ok",
                    languages(i, new LanguageWish(wish.language(), wish.required(), true)));
            add(
                    "languages " + wish.language() + " not required",
                    languages(i, new LanguageWish(wish.language(), false, wish.interpreterOk())));
        }
    }

    private MatchQueryBuilder languages(int index, LanguageWish wish) {
        List<LanguageWish> wishes = new ArrayList<>(query.languages());
        wishes.set(index, wish);
        return query.change().languages(wishes);
    }

    private void conditions() {
        for (AccessNeed need : query.access().toList()) {
            add(
                    "accessibility without " + need.code(),
                    query.change().access(query.access().without(CodeSet.of(need))));
        }
        for (Avoidance avoidance : query.avoid()) {
            boolean somebody =
                    avoidance instanceof Avoidance.OfOrganization || avoidance instanceof Avoidance.OfResource;
            if (!somebody) {
                List<Avoidance> fewer = new ArrayList<>(query.avoid());
                fewer.remove(avoidance);
                add("avoid without " + avoidance.code(), query.change().avoid(fewer));
            }
        }
        for (int i = 0; i < query.identity().size(); i++) {
            Identity factor = query.identity().get(i);
            if (factor.use() == Identity.Use.REQUIRE) {
                List<Identity> softer = new ArrayList<>(query.identity());
                softer.set(i, new Identity(factor.axis(), factor.code(), Identity.Use.PREFER, factor.importance()));
                add("identity " + factor.axis() + " prefer", query.change().identity(softer));
            }
        }
    }

    private void add(String text, MatchQueryBuilder changed) {
        changes.add(new Change(text, changed.build()));
    }
}
