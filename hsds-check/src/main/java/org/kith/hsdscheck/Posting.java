package org.kith.hsdscheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lists by POST, with the same parameters, answer as by GET. */
final class Posting implements Check {
    private static final String CHECK = "post";
    private static final Set<Integer> MISSING = Set.of(404, 405, 415, 501);

    @Override
    public void look(Survey survey) {
        Endpoint endpoint = survey.endpoint();
        if (!endpoint.hasPost()) {
            return;
        }
        int status = survey.session().http().post(endpoint.path()).status();
        if (MISSING.contains(status)) {
            survey.report().note("POST " + endpoint.path() + " is optional and not offered.");
            return;
        }
        List<Params> tried =
                new ArrayList<>(List.of(Params.NONE, Params.of("per_page", 2).and("page", 2)));
        if (endpoint.takes("full")) {
            tried.add(Params.of("full", true).and("per_page", 2));
        }
        survey.docs().stream()
                .limit(2)
                .forEach(doc -> Values.of(endpoint, doc)
                        .forEach((name, value) ->
                                tried.add(Params.of(name, value).and("per_page", 10))));
        for (Params params : tried) {
            Sheet got = survey.session().list(endpoint, params);
            Sheet posted = survey.session().posted(endpoint, params);
            if (got == null || posted == null) {
                continue;
            }
            survey.report().looked(CHECK);
            if (!got.ids().equals(posted.ids()) || !got.total().equals(posted.total())) {
                survey.report()
                        .error(
                                CHECK,
                                posted.url(),
                                "/contents",
                                "POST finds %s entities, GET %s, or others."
                                        .formatted(
                                                posted.body().path("total_items"),
                                                got.body().path("total_items")));
            }
        }
    }
}
