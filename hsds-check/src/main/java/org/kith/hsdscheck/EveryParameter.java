package org.kith.hsdscheck;

import java.util.HashMap;
import java.util.Map;

/** Level 1: each list with each of its parameters once, so that no body goes unseen. */
final class EveryParameter implements Check {
    private static final String CHECK = "parameters";

    @Override
    public void look(Survey survey) {
        Endpoint endpoint = survey.endpoint();
        Map<String, String> values = new HashMap<>(Map.of(
                "page", "1",
                "per_page", "2",
                "format", "json",
                "minimal", "true",
                "full", "true",
                "full_service", "true",
                "top_only", "true",
                "proximity", "5000"));
        survey.docs().forEach(doc -> Values.of(endpoint, doc).forEach(values::putIfAbsent));
        for (String parameter : endpoint.parameters()) {
            String value = values.get(parameter);
            if (value == null) {
                survey.report()
                        .note("%s?%s: no sampled entity has a value to ask for.".formatted(endpoint.path(), parameter));
                continue;
            }
            Params params = Params.of(parameter, value);
            if (parameter.equals("proximity")) {
                if (!values.containsKey("postcode")) {
                    continue;
                }
                params = params.and("postcode", values.get("postcode"));
            }
            survey.session().list(endpoint, params);
            survey.report().looked(CHECK);
        }
        for (String parameter : endpoint.memberParameters()) {
            survey.docs().stream().limit(2).forEach(doc -> {
                survey.session().read(endpoint, doc.id(), Params.of(parameter, values.getOrDefault(parameter, "true")));
                survey.report().looked(CHECK);
            });
        }
    }
}
