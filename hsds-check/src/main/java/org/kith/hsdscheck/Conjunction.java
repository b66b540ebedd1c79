package org.kith.hsdscheck;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two filters find what both find: the intersection by ids, where all ids can be had. */
final class Conjunction implements Check {
    private static final String CHECK = "and";

    @Override
    public void look(Survey survey) {
        List<Doc> docs = survey.docs();
        List<Map<String, String>> values =
                docs.stream().map(d -> Values.of(survey.endpoint(), d)).toList();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            // With the same entity's values something is left; with another's, perhaps nothing.
            Map<String, String> same = values.get(i);
            Map<String, String> other = values.get((i + values.size() / 2) % values.size());
            same.forEach((one, first) -> same.forEach((two, second) -> {
                if (one.compareTo(two) < 0 && pairs.add(one + "&" + two)) {
                    together(survey, one, first, two, second);
                    String another = other.get(two);
                    if (another != null) {
                        together(survey, one, first, two, another);
                    }
                }
            }));
        }
    }

    private static void together(Survey survey, String one, String first, String two, String second) {
        Survey.Matches ofOne = survey.matching(Params.of(one, first));
        Survey.Matches ofTwo = survey.matching(Params.of(two, second));
        Params both = Params.of(one, first).and(two, second);
        Survey.Matches ofBoth = survey.matching(both);
        String url = survey.endpoint().path() + both.query();
        survey.report().looked(CHECK);
        if (ofBoth.total() > Math.min(ofOne.total(), ofTwo.total())) {
            survey.report()
                    .error(
                            CHECK,
                            url,
                            "/total_items",
                            "Both filters find %d, one alone %d, the other %d: they do not hold together."
                                    .formatted(ofBoth.total(), ofOne.total(), ofTwo.total()));
        } else if (ofOne.isComplete() && ofTwo.isComplete() && ofBoth.isComplete()) {
            Set<String> expected = new HashSet<>(ofOne.ids());
            expected.retainAll(ofTwo.ids());
            if (!expected.equals(ofBoth.ids())) {
                survey.report()
                        .error(
                                CHECK,
                                url,
                                "/contents",
                                "Finds %d where %d are found by each of the two filters."
                                        .formatted(ofBoth.ids().size(), expected.size()));
            }
        }
    }
}
