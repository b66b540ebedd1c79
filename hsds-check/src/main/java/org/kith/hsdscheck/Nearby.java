package org.kith.hsdscheck;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By postal code, and around it. Where its middle is, only the server knows: but no two places within a radius of it are
 * further from each other than twice that.
 */
final class Nearby implements Check {
    private static final String CHECK = "proximity";
    private static final int LOOKED_AT = 20;

    @Override
    public void look(Survey survey) {
        if (!survey.endpoint().takes("postcode")) {
            return;
        }
        Optional<Doc> placed = survey.docs().stream()
                .filter(d -> !d.postalCodes().isEmpty() && !d.point().isEmpty())
                .findFirst();
        if (placed.isEmpty()) {
            survey.report().note(survey.endpoint().path() + ": no sampled place has a postal code and coordinates.");
            return;
        }
        String code = placed.get().postalCodes().iterator().next();
        finds(survey, Params.of("postcode", code), placed.get().id(), "which has it");
        ignored(survey, code);
        if (survey.endpoint().takes(CHECK)) {
            around(survey, code, placed.get());
        }
    }

    private static void finds(Survey survey, Params params, String id, String why) {
        Survey.Matches found = survey.matching(params);
        survey.report().looked(CHECK);
        if (found.isComplete() && !found.ids().contains(id)) {
            survey.report()
                    .error(
                            CHECK,
                            survey.endpoint().path() + params.query(),
                            "/contents",
                            "Does not find " + id + ", " + why + ".");
        }
    }

    private static void ignored(Survey survey, String code) {
        Params nowhere = Params.of("postcode", "ZZ99ZZ");
        Survey.Matches found = survey.matching(nowhere);
        survey.report().looked(CHECK);
        if (found.total() > 0 && found.total() >= survey.total()) {
            survey.report()
                    .error(
                            CHECK,
                            survey.endpoint().path() + nowhere.query(),
                            "/total_items",
                            "A postal code that nobody has finds everything, as many as " + code + ".");
        }
    }

    private static void around(Survey survey, String code, Doc placed) {
        Params postcode = Params.of("postcode", code);
        long before = 0;
        for (long metres : List.of(500L, 5_000L, 50_000L)) {
            Params params = postcode.and(CHECK, metres);
            String url = survey.endpoint().path() + params.query();
            Survey.Matches found = survey.matching(params);
            survey.report().looked(CHECK);
            if (found.total() < before) {
                survey.report().error(CHECK, url, "/total_items", "A wider circle finds fewer.");
            }
            before = found.total();
            apart(survey, url, found.ids(), metres);
        }
        finds(survey, postcode.and(CHECK, 100_000), placed.id(), "which is at that postal code");
    }

    private static void apart(Survey survey, String url, Set<String> ids, long metres) {
        List<Doc> places = ids.stream()
                .limit(LOOKED_AT)
                .flatMap(id -> survey.doc(id).stream())
                .filter(d -> !d.point().isEmpty())
                .toList();
        for (Doc one : places) {
            for (Doc other : places) {
                double apart = metres(one.point(), other.point());
                if (apart > 2.02 * metres + 20) {
                    survey.report()
                            .error(
                                    CHECK,
                                    url,
                                    "/contents",
                                    "Two places are %.0f metres apart: %s and %s."
                                            .formatted(apart, one.id(), other.id()));
                    return;
                }
            }
        }
    }

    private static double metres(List<Double> a, List<Double> b) {
        double latitude = Math.toRadians(b.getFirst() - a.getFirst()) / 2;
        double longitude = Math.toRadians(b.getLast() - a.getLast()) / 2;
        double chord = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(a.getFirst()))
                        * Math.cos(Math.toRadians(b.getFirst()))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * 6_371_000 * Math.asin(Math.sqrt(chord));
    }
}
