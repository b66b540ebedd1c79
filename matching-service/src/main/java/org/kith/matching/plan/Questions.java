package org.kith.matching.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.query.MatchQuery;

/**
 * What one answer would change most: for each field that was left out, how many of the listings at hand would stand
 * elsewhere, leave, or come in. It never asks for identity.
 */
public final class Questions {
    private static final int MOST = 3;
    private static final int EVERYTHING = 100;
    private static final CodeSet<Need> SOCIAL =
            CodeSet.of(Need.ISOLATION, Need.SOCIAL_ACTIVITY, Need.PURPOSE, Need.PEER_CONNECTION);

    private record Open(String field, long effect) {}

    private Questions() {}

    /**
     * The codes of the questions, the one that matters most first.
     *
     * @param networkIsTold whether the request said anything of the network
     */
    public static List<String> of(
            MatchQuery query, boolean networkIsTold, List<Candidate> results, List<Candidate> askFirst) {
        List<Candidate> all = new ArrayList<>(results);
        all.addAll(askFirst);
        List<Open> open = new ArrayList<>();
        if (query.person().age() == null) {
            open.add(new Open("age", 4 * count(all, Questions::isForAnAge)));
        }
        if (!query.where().hasPoint()) {
            open.add(new Open("location", EVERYTHING));
        }
        if (query.formatsOk().isEmpty()) {
            open.add(new Open(
                    "formats_ok",
                    2L * distinct(all.stream().map(c -> c.offer().formats()).toList())));
        }
        if (query.supportWanted().isEmpty()) {
            open.add(new Open(
                    "support_wanted",
                    3L
                            * distinct(all.stream()
                                    .map(c -> c.offer().supportTypes())
                                    .toList())));
        }
        if (!networkIsTold) {
            open.add(new Open(
                    "network",
                    2L * distinct(all.stream().map(Candidate::sources).toList())));
        }
        if (query.interests().isEmpty() && query.needCodes().hasAny(SOCIAL)) {
            open.add(new Open(
                    "interests",
                    2
                            * count(
                                    all,
                                    c -> c.offer().kind() == Kind.CLUB
                                            || !c.offer().topics().isEmpty())));
        }
        if (query.times().isEmpty()) {
            open.add(new Open("times", count(all, c -> !c.hours().times().isEmpty())));
        }
        if (query.groupSizeOk().isEmpty()) {
            open.add(new Open("group_size_ok", count(all, c -> c.offer().groupSize() != null)));
        }
        return open.stream()
                .filter(question -> question.effect() > 1)
                .sorted(Comparator.comparingLong(Open::effect).reversed())
                .limit(MOST)
                .map(Open::field)
                .toList();
    }

    private static boolean isForAnAge(Candidate candidate) {
        return candidate.welcome().minimumAge() != null || candidate.welcome().maximumAge() != null;
    }

    private static long count(List<Candidate> candidates, Predicate<Candidate> wish) {
        return candidates.stream().filter(wish).count();
    }

    private static int distinct(List<?> answers) {
        Set<Object> different = new HashSet<>(answers);
        return different.size() - 1;
    }
}
