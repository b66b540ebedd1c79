package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** {@code format=ndjson} gives everything, a valid line each, once. */
final class Streaming implements Check {
    private static final String CHECK = "ndjson";
    /** Of a million lines, not every one is held against the schema. */
    private static final int VALIDATED = 5_000;

    @Override
    public void look(Survey survey) {
        Endpoint endpoint = survey.endpoint();
        if (!endpoint.takes("format")) {
            return;
        }
        Params ndjson = Params.of("format", "ndjson");
        stream(survey, ndjson, Params.NONE);
        if (endpoint.takes("full")) {
            stream(survey, ndjson.and("full", true), Params.of("full", true));
        }
        survey.docs().stream()
                .map(doc -> Values.of(endpoint, doc))
                .filter(values -> !values.isEmpty())
                .findFirst()
                .flatMap(values -> values.entrySet().stream().findFirst())
                .ifPresent(value -> {
                    Params filter = Params.of(value.getKey(), value.getValue());
                    stream(survey, ndjson.and(filter), filter);
                });
    }

    private static void stream(Survey survey, Params params, Params counted) {
        Endpoint endpoint = survey.endpoint();
        String url = endpoint.path() + params.query();
        long before = total(survey, counted);
        Set<String> ids = new HashSet<>();
        long[] lines = new long[1];
        Http.Answer answer = survey.session().http().lines(url, line -> {
            if (line.isBlank()) {
                return;
            }
            lines[0]++;
            JsonNode entity = Http.json(line.getBytes(StandardCharsets.UTF_8));
            if (entity == null || !entity.isObject()) {
                survey.report().error(CHECK, url, "", "Line " + lines[0] + " is not a JSON object.");
                return;
            }
            if (!ids.add(entity.path("id").asText())) {
                survey.report().error(CHECK, url, "", "Line " + lines[0] + " repeats an entity.");
            }
            if (lines[0] <= VALIDATED) {
                survey.session().item(endpoint, params, entity, url, "");
            }
        });
        survey.report().looked(CHECK);
        if (answer.status() == Http.NO_ANSWER) {
            survey.report().error(CHECK, url, "", "The stream broke off after %d lines.".formatted(lines[0]));
            return;
        }
        if (answer.status() != 200) {
            survey.report().warning(CHECK, url, "", "Answers " + answer.status() + ": there is no stream.");
            return;
        }
        if (lines[0] == 1 && before > 1 && ids.contains("")) {
            survey.report().warning(CHECK, url, "", "A page, not a stream: format is ignored.");
            return;
        }
        survey.session().manners(answer);
        if (!answer.type().contains("ndjson") && !answer.type().contains("jsonl")) {
            survey.report().warning(CHECK, url, "", "Its type is " + answer.type() + ".");
        }
        long after = total(survey, counted);
        // Of a directory that is being written meanwhile, the truth is between.
        if (lines[0] < Math.min(before, after) || lines[0] > Math.max(before, after)) {
            survey.report()
                    .error(CHECK, url, "", "%d lines where the list has %d entities.".formatted(lines[0], after));
        }
    }

    private static long total(Survey survey, Params params) {
        Sheet sheet = survey.session().list(survey.endpoint(), params.and("per_page", 1));
        return sheet == null ? 0 : sheet.total().orElse(0);
    }
}
