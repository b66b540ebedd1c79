package org.kith.hsdscheck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A filter finds what it should, nothing that it should not, and nothing for a value that nobody has. */
final class Filters implements Check {
    private static final String CHECK = "filters";
    private static final List<String> BY_ID =
            List.of("taxonomy_term_id", "taxonomy_id", "organization_id", "parent_id");
    private static final int LOOKED_AT = 5;
    private static final int VALUES = 3;

    @Override
    public void look(Survey survey) {
        for (String parameter : BY_ID) {
            if (survey.endpoint().takes(parameter)) {
                values(survey, parameter).forEach((value, doc) -> byValue(survey, parameter, value, doc));
                nobody(survey, parameter);
            }
        }
    }

    private static Map<String, Doc> values(Survey survey, String parameter) {
        Map<String, Doc> values = new HashMap<>();
        for (Doc doc : survey.docs()) {
            String value = Values.of(survey.endpoint(), doc).get(parameter);
            if (value != null && values.size() < VALUES) {
                values.putIfAbsent(value, doc);
            }
        }
        return values;
    }

    private static void byValue(Survey survey, String parameter, String value, Doc doc) {
        Params params = Params.of(parameter, value);
        String url = survey.endpoint().path() + params.query();
        Survey.Matches found = survey.matching(params);
        survey.report().looked(CHECK);
        if (found.isComplete() && !found.ids().contains(doc.id()) && Values.mustFind(parameter, value, doc)) {
            survey.report().error(CHECK, url, "/contents", "Does not find " + doc.id() + ", which has it.");
        }
        for (Doc other : survey.docs()) {
            if (found.ids().contains(other.id()) && !Values.mayHold(parameter, value, other)) {
                survey.report().error(CHECK, url, "/contents", "Finds " + other.id() + ", which does not have it.");
            }
        }
        found.ids().stream()
                .filter(id -> survey.docs().stream().noneMatch(d -> d.id().equals(id)))
                .limit(LOOKED_AT)
                .flatMap(id -> survey.doc(id).stream())
                .filter(other -> !Values.mayHold(parameter, value, other))
                .forEach(other -> survey.report()
                        .error(CHECK, url, "/contents", "Finds " + other.id() + ", which does not have it."));
    }

    private static void nobody(Survey survey, String parameter) {
        Sheet sheet = survey.session().list(survey.endpoint(), Params.of(parameter, UUID.randomUUID()));
        survey.report().looked(CHECK);
        if (sheet != null && !sheet.items().isEmpty()) {
            survey.report().error(CHECK, sheet.url(), "/contents", "Finds something by an id that nobody has.");
        }
    }
}
