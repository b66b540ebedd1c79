package org.kith.hsdscheck;

import java.util.List;

/** A request that makes no sense is refused as the client's mistake, in JSON. */
final class Refusals implements Check {
    private static final String CHECK = "refusals";
    private static final List<Params> SENSELESS = List.of(
            Params.of("page", "0"),
            Params.of("page", "first"),
            Params.of("per_page", "-1"),
            Params.of("per_page", "0"),
            Params.of("modified_after", "yesterday"),
            Params.of("full", "perhaps"),
            Params.of("minimal", "perhaps"),
            Params.of("top_only", "perhaps"),
            Params.of("full_service", "perhaps"),
            Params.of("format", "papyrus"),
            Params.of("proximity", "near").and("postcode", "1"));

    @Override
    public void look(Survey survey) {
        Endpoint endpoint = survey.endpoint();
        for (Params params : SENSELESS) {
            if (!endpoint.parameters().containsAll(params.values().keySet())) {
                continue;
            }
            Http.Answer answer = survey.session().http().get(endpoint.path() + params.query());
            survey.report().looked(CHECK);
            if (answer.status() >= 500 || answer.status() == Http.NO_ANSWER) {
                survey.report()
                        .error(CHECK, answer.url(), "", "Answers " + answer.status() + " where 400 is expected.");
            } else if (answer.status() == 200) {
                survey.report().warning(CHECK, answer.url(), "", "Answers 200, as if the parameter were not there.");
            } else if (answer.status() != 400 && answer.status() != 422) {
                survey.report()
                        .warning(CHECK, answer.url(), "", "Answers " + answer.status() + " where 400 is expected.");
            } else {
                shape(survey.report(), CHECK, answer);
            }
        }
    }

    static void shape(Report report, String check, Http.Answer refusal) {
        if (!refusal.isJson() || refusal.body() == null || !refusal.body().isObject()) {
            report.warning(check, refusal.url(), "", "The refusal is not a JSON object, but " + refusal.type() + ".");
        }
    }
}
