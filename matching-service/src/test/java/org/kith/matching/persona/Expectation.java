package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One expectation, held against an answer: empty where it is met, else what is wrong. */
final class Expectation {
    private final JsonNode expected;
    private final JsonNode answer;
    private final List<JsonNode> results;

    Expectation(JsonNode expected, JsonNode answer) {
        this.expected = expected;
        this.answer = answer;
        this.results = stream(answer.path("results")).toList();
    }

    String fault() {
        JsonNode where = expected.path("where");
        return switch (expected.path("type").asText()) {
            case "crisis_block" ->
                answer.path("crisis").path("active").asBoolean()
                                == expected.path("active").asBoolean()
                        ? ""
                        : "crisis.active";
            case "none" ->
                top().map(Expectation::view)
                        .filter(view -> Where.holds(where, view))
                        .findFirst()
                        .map(view -> "has " + view.path("name").asText())
                        .orElse("");
            case "some" -> matching(where) >= expected.path("min").asInt(1) ? "" : "only " + matching(where);
            case "every" ->
                top().map(Expectation::view)
                        .filter(view -> !Where.holds(where, view))
                        .findFirst()
                        .map(view -> "has " + view.path("name").asText())
                        .orElse("");
            case "coverage" -> coverage();
            case "distinct" -> distinct() >= expected.path("min").asInt() ? "" : "only " + distinct();
            case "gap" -> gap();
            case "explain" -> explain(where);
            case "plan_step" -> planStep(where);
            case "plan_first_stage_max_actions" ->
                steps(1).mapToInt(step -> step.path("actions").size()).max().orElse(0)
                                <= expected.path("max").asInt()
                        ? ""
                        : "too many";
            case "plan_ladder" -> ladder();
            case "questions" -> {
                int asked = answer.path("questions").size();
                yield asked >= expected.path("min").asInt()
                                && asked <= expected.path("max").asInt()
                        ? ""
                        : "asks " + asked;
            }
            default -> "unknown type " + expected.path("type").asText();
        };
    }

    private Stream<JsonNode> top() {
        JsonNode k = expected.path("k");
        return results.stream().limit(k.isNumber() ? k.asInt() : results.size());
    }

    private long matching(JsonNode where) {
        return top().map(Expectation::view)
                .filter(view -> Where.holds(where, view))
                .count();
    }

    private String coverage() {
        Set<String> covered = new HashSet<>();
        top().forEach(result ->
                covered.addAll(texts(view(result).path(expected.path("field").asText()))));
        Set<String> wanted = new HashSet<>(texts(expected.path("values")));
        wanted.retainAll(covered);
        return wanted.size() >= expected.path("min_covered").asInt() ? "" : "covers " + wanted;
    }

    private long distinct() {
        return top().map(result ->
                        view(result).path(expected.path("field").asText()).asText())
                .distinct()
                .count();
    }

    private String gap() {
        for (String list : List.of("support_types", "sources", "notes")) {
            List<String> wanted = texts(expected.path(list));
            List<String> found = texts(answer.path("gaps").path(list));
            if (!found.containsAll(wanted)) {
                return list + " " + found;
            }
        }
        return "";
    }

    private String explain(JsonNode where) {
        List<JsonNode> about =
                top().filter(result -> Where.holds(where, view(result))).toList();
        for (JsonNode result : about) {
            Set<String> codes = new HashSet<>();
            result.path("reasons")
                    .forEach(reason -> codes.add(reason.path("code").asText()));
            codes.addAll(texts(result.path("unmet")));
            codes.addAll(texts(result.path("check")));
            List<String> wanted = Stream.of("reason_codes_any", "unmet_codes_any", "check_codes_any")
                    .flatMap(list -> texts(expected.path(list)).stream())
                    .toList();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(codes::contains)) {
                return view(result).path("name").asText() + " says " + codes;
            }
        }
        return "";
    }

    private String planStep(JsonNode where) {
        List<JsonNode> actions = steps(expected.path("step").asInt())
                .flatMap(step -> stream(step.path("actions")))
                .filter(action -> action.hasNonNull("resource_id"))
                .toList();
        if (actions.isEmpty()) {
            return "no such step";
        }
        Map<String, JsonNode> views = new HashMap<>();
        results.forEach(result -> views.put(view(result).path("id").asText(), view(result)));
        return actions.stream()
                .map(action -> views.get(action.path("resource_id").asText()))
                .filter(view -> view == null || !Where.holds(where, view))
                .findFirst()
                .map(view -> "not " + view)
                .orElse("");
    }

    private String ladder() {
        int level = 0;
        for (JsonNode step : answer.path("plan").path("steps")) {
            for (JsonNode action : step.path("actions")) {
                int next = action.path("exposure_level").asInt(level);
                if (next < level) {
                    return "falls at stage " + step.path("stage");
                }
                level = next;
            }
        }
        return "";
    }

    private Stream<JsonNode> steps(int stage) {
        return stream(answer.path("plan").path("steps"))
                .filter(step -> step.path("stage").asInt() == stage);
    }

    private static JsonNode view(JsonNode result) {
        ObjectNode view = result.path("resource").deepCopy();
        view.put("org_id", view.path("organization").path("id").asText());
        return view;
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
