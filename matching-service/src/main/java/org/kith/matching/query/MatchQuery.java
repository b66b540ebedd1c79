package org.kith.matching.query;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Need;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TimeOfDay;

/**
 * A match request, validated and resolved: codes instead of text, defaults filled in, identity factors without consent
 * left out, and the network already turned into what it lacks. Never logged or stored: it has no {@code toString}.
 *
 * @param k how many results
 * @param now the moment that verification, opening hours and the day's shuffle are judged at
 * @param supportWanted 0 to 3 per type, only the types that were given
 * @param formatsOk in the client's order; empty where any does
 * @param groupSizeOk empty where any does
 * @param interests sorted words of the open list of topics
 */
public record MatchQuery(
        int k,
        Instant now,
        Person person,
        Where where,
        List<LanguageWish> languages,
        List<NeedWish> needs,
        Map<SupportType, Integer> supportWanted,
        SupportProfile support,
        List<Identity> identity,
        List<Avoidance> avoid,
        List<Avoidance> preferNot,
        CodeSet<Barrier> barriers,
        Set<String> interests,
        List<Format> formatsOk,
        CodeSet<GroupSize> groupSizeOk,
        CodeSet<TimeOfDay> times,
        CodeSet<AccessNeed> access,
        boolean traumaInformedRequired,
        CostWish cost,
        boolean gentle,
        Safety safety,
        List<Tie> network,
        List<Tried> tried) {
    public MatchQuery {
        languages = List.copyOf(languages);
        needs = List.copyOf(needs);
        // Ordered copies: Map.copyOf and Set.copyOf iterate in another order on every machine.
        EnumMap<SupportType, Integer> wanted = new EnumMap<>(SupportType.class);
        wanted.putAll(supportWanted);
        supportWanted = Collections.unmodifiableMap(wanted);
        identity = List.copyOf(identity);
        avoid = List.copyOf(avoid);
        preferNot = List.copyOf(preferNot);
        interests = Collections.unmodifiableSet(new TreeSet<>(interests));
        formatsOk = List.copyOf(formatsOk);
        network = List.copyOf(network);
        tried = List.copyOf(tried);
    }

    /** A request for these needs with everything else unstated. */
    public static MatchQueryBuilder forNeeds(Instant now, List<NeedWish> needs) {
        return new MatchQueryBuilder(now, needs);
    }

    /** The same request, to change something in. */
    public MatchQueryBuilder change() {
        return new MatchQueryBuilder(this);
    }

    public CodeSet<Need> needCodes() {
        return CodeSet.of(Need.class, needs.stream().map(NeedWish::need).toList());
    }

    public boolean has(Barrier barrier) {
        return barriers.has(barrier);
    }

    /** The formats that the client can use; all where none was named. */
    public CodeSet<Format> usableFormats() {
        return formatsOk.isEmpty()
                ? CodeSet.of(Format.class, List.of(Format.values()))
                : CodeSet.of(Format.class, formatsOk);
    }

    @Override
    public String toString() {
        return "MatchQuery";
    }
}
