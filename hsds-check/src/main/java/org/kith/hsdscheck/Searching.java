package org.kith.hsdscheck;

import java.util.UUID;

/** A word of its name finds an entity; a word of no language finds nothing. */
final class Searching implements Check {
    private static final String CHECK = "search";
    private static final int WORDS = 3;

    @Override
    public void look(Survey survey) {
        if (!survey.endpoint().takes("search")) {
            return;
        }
        survey.docs().stream()
                .filter(d -> d.word().isPresent())
                .limit(WORDS)
                .forEach(doc -> word(survey, doc, doc.word().orElseThrow()));
        String nonsense = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "xj";
        Survey.Matches found = survey.matching(Params.of("search", nonsense));
        survey.report().looked(CHECK);
        String url = survey.endpoint().path() + Params.of("search", nonsense).query();
        if (found.total() >= survey.total()) {
            survey.report().error(CHECK, url, "/total_items", "A word of no language finds everything.");
        } else if (found.total() > 0) {
            survey.report().warning(CHECK, url, "/total_items", "A word of no language finds something.");
        }
    }

    private static void word(Survey survey, Doc doc, String word) {
        Params params = Params.of("search", word);
        Survey.Matches found = survey.matching(params);
        survey.report().looked(CHECK);
        if (found.isComplete() && !found.ids().contains(doc.id())) {
            survey.report()
                    .warning(
                            CHECK,
                            survey.endpoint().path() + params.query(),
                            "/contents",
                            "A word of its name does not find " + doc.id() + ".");
        }
    }
}
