package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code top_only}. The standard's text says "terms that have not child terms", its name the opposite: either is taken,
 * but not both kinds in one answer.
 */
final class TopTerms implements Check {
    private static final String CHECK = "top_only";

    @Override
    public void look(Survey survey) {
        if (!survey.endpoint().takes(CHECK)) {
            return;
        }
        Params params = Params.of(CHECK, true).and("per_page", 100);
        Sheet sheet = survey.session().list(survey.endpoint(), params);
        if (sheet == null) {
            return;
        }
        survey.report().looked(CHECK);
        Set<String> parents = new HashSet<>();
        for (JsonNode term : sheet.items()) {
            if (term.path("parent_id").isTextual()) {
                parents.add(term.path("parent_id").asText());
            }
        }
        Set<String> parentsHere = new HashSet<>(parents);
        parentsHere.retainAll(sheet.ids());
        boolean allTop = parents.isEmpty();
        boolean allLeaves = parentsHere.isEmpty();
        if (!allTop && !allLeaves) {
            survey.report()
                    .error(CHECK, sheet.url(), "/contents", "There are both terms with a parent, and their parents.");
        }
    }
}
