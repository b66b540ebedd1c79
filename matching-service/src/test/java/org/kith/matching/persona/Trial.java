package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.matching.match.LocalMatching;

/** One person in one planted directory: what Kith answers, and what the baselines answer over the same listings. */
final class Trial {
    private static final int MANY = 50;
    private static final String NOW = "2026-11-22T18:00:00Z";

    /** What a list alone can be held to. */
    private static final Set<String> OF_LISTS = Set.of("none", "some", "every", "coverage", "distinct", "at_most");

    /** @param fault empty where the expectation is met */
    record Finding(String severity, JsonNode expected, String fault) {
        boolean isMet() {
            return fault.isEmpty();
        }

        boolean isOfLists() {
            return OF_LISTS.contains(expected.path("type").asText());
        }
    }

    /** One method's answer. */
    record Result(List<Finding> findings, double gain, double coverage) {}

    record Outcome(String person, Result kith, Result nearest, Result text, int skipped) {}

    private final JsonNode persona;
    private final List<ObjectNode> directory;
    private final LocalMatching matching;
    private final Grading grading;
    private final Fit fit;
    private final List<JsonNode> expectations;
    private final int skipped;

    private Trial(JsonNode persona, int seed) {
        this.persona = persona;
        Planting planted = Planting.around(persona, seed);
        directory = planted.views();
        matching = new LocalMatching(planted.documents());
        fit = new Fit(persona);
        grading = new Grading(persona, fit);
        expectations =
                persona.path("expect").valueStream().filter(this::isAvailable).toList();
        skipped = persona.path("expect").size() - expectations.size();
    }

    static Outcome of(JsonNode persona, int seed) {
        Trial trial = new Trial(persona, seed);
        Baselines baselines = new Baselines(persona, trial.directory);
        return new Outcome(
                persona.path("id").asText(),
                trial.kith(),
                trial.list(baselines.nearest()),
                trial.list(baselines.text()),
                trial.skipped);
    }

    private Result kith() {
        JsonNode first = matching.answer(Contract.request(persona, NOW, 10));
        JsonNode many = matching.answer(Contract.request(persona, NOW, MANY));
        Map<String, ObjectNode> byName = new HashMap<>();
        directory.forEach(view -> byName.put(view.path("name").asText(), view));
        List<ObjectNode> shown = first.path("results")
                .valueStream()
                .map(result -> byName.get(result.path("resource").path("name").asText()))
                .toList();
        return result(first, many, shown, expectations);
    }

    private Result list(List<ObjectNode> views) {
        List<JsonNode> ofLists = expectations.stream()
                .filter(expected -> OF_LISTS.contains(expected.path("type").asText()))
                .toList();
        return result(answer(views, 10), answer(views, MANY), views, ofLists);
    }

    private Result result(JsonNode first, JsonNode many, List<ObjectNode> shown, List<JsonNode> expectations) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode expected : expectations) {
            String k = expected.path("k").asText();
            boolean all = k.equals("all") || expected.path("type").asText().equals("nowhere");
            String fault = new Expectation(expected, all ? many : first).fault();
            findings.add(new Finding(expected.path("severity").asText(), expected, fault));
        }
        return new Result(findings, grading.gain(shown, directory), grading.coverage(shown));
    }

    private static JsonNode answer(List<ObjectNode> views, int k) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        views.stream()
                .limit(k)
                .forEach(view -> answer.withArray("results").addObject().set("resource", view));
        return answer;
    }

    /** An expectation of something that the person could not use is passed over. */
    private boolean isAvailable(JsonNode expected) {
        if (!expected.path("if_available").asBoolean()) {
            return true;
        }
        long there = directory.stream()
                .filter(view -> Where.holds(expected.path("where"), view))
                .filter(fit::isFor)
                .limit(expected.path("min").asInt(1))
                .count();
        return there >= expected.path("min").asInt(1);
    }
}
