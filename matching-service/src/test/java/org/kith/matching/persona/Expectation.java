package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            case "crisis_block" -> crisis();
            case "emergency_number" ->
                answer.path("crisis")
                                .path("emergency_number")
                                .asText()
                                .equals(expected.path("is").asText())
                        ? ""
                        : "another emergency number";
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
            case "at_most" -> matching(where) <= expected.path("max").asInt() ? "" : "has " + matching(where);
            case "nowhere" -> has(everywhere(), where);
            case "plan_none" -> has(planned(), where);
            case "plan_some" -> has(planned(), where).isEmpty() ? "no such step" : "";
            case "plan_tie" -> ties().contains(role()) ? "" : "no step with the tie";
            case "plan_no_tie" -> ties().contains(role()) ? "a step with the tie" : "";
            case "unsaid" -> unsaid();
            case "no_reason" ->
                results.stream()
                                .flatMap(result -> stream(result.path("reasons")))
                                .anyMatch(reason -> texts(expected.path("codes"))
                                        .contains(reason.path("code").asText()))
                        ? "gives the reason"
                        : "";
            case "every_check" ->
                top().filter(result ->
                                texts(result.path("check")).stream().noneMatch(texts(expected.path("codes"))::contains))
                        .findFirst()
                        .map(result -> "not on " + view(result).path("name").asText())
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

    private String crisis() {
        boolean active = answer.path("crisis").path("active").asBoolean();
        if (active != expected.path("active").asBoolean()) {
            return "crisis.active";
        }
        List<JsonNode> items = stream(answer.path("crisis").path("items"))
                .map(Expectation::view)
                .toList();
        if (active && items.isEmpty()) {
            return "an empty block";
        }
        if (expected.has("first") && !Where.holds(expected.path("first"), items.getFirst())) {
            return "leads with " + items.getFirst().path("name").asText();
        }
        if (expected.has("some") && has(items.stream(), expected.path("some")).isEmpty()) {
            return "has no such line";
        }
        return expected.has("none") ? has(items.stream(), expected.path("none")) : "";
    }

    private static String has(Stream<JsonNode> views, JsonNode where) {
        return views.filter(view -> Where.holds(where, view))
                .findFirst()
                .map(view -> "has " + view.path("name").asText())
                .orElse("");
    }

    /** Everything that the answer names. */
    private Stream<JsonNode> everywhere() {
        Stream<JsonNode> lists = Stream.of(
                        answer.path("results"),
                        answer.path("ask_first"),
                        answer.path("crisis").path("items"))
                .flatMap(Expectation::stream)
                .map(Expectation::view);
        return Stream.concat(lists, planned());
    }

    private Stream<JsonNode> planned() {
        return stream(answer.path("plan").path("steps"))
                .flatMap(step -> stream(step.path("actions")))
                .flatMap(action -> target(action).stream());
    }

    private Optional<JsonNode> target(JsonNode action) {
        if (action.hasNonNull("resource")) {
            return Optional.of(view(action));
        }
        return results.stream()
                .map(Expectation::view)
                .filter(view -> view.path("id").equals(action.path("resource_id")))
                .findFirst();
    }

    private List<String> ties() {
        return stream(answer.path("plan").path("steps"))
                .flatMap(step -> stream(step.path("actions")))
                .map(action -> action.path("tie_role").asText())
                .toList();
    }

    private String role() {
        return expected.path("role").asText();
    }

    /** Neither a reason nor an advice speaks of it, wherever it stands. */
    private String unsaid() {
        StringBuilder said = new StringBuilder(answer.path("questions").toString());
        for (JsonNode list : List.of(
                answer.path("results"),
                answer.path("ask_first"),
                answer.path("crisis").path("items"))) {
            for (JsonNode result : list) {
                for (String part : List.of("reasons", "unmet", "check", "advice", "because")) {
                    said.append(result.path(part));
                }
            }
        }
        String words = said.toString().toLowerCase(Locale.ROOT);
        return texts(expected.path("values")).stream()
                .filter(words::contains)
                .findFirst()
                .map(word -> "says " + word)
                .orElse("");
    }

    private String planStep(JsonNode where) {
        List<JsonNode> actions = steps(expected.path("step").asInt())
                .flatMap(step -> stream(step.path("actions")))
                .filter(action -> action.hasNonNull("resource_id"))
                .toList();
        if (actions.isEmpty()) {
            return "no such step";
        }
        return actions.stream()
                .flatMap(action -> target(action).stream())
                .filter(view -> !Where.holds(where, view))
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
        if (view.path("organization").hasNonNull("id")) {
            view.put("org_id", view.path("organization").path("id").asText());
        }
        ArrayNode phones = view.putArray("phones");
        view.path("contact")
                .path("phones")
                .forEach(phone -> phones.add(phone.path("number").asText()));
        return view;
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
