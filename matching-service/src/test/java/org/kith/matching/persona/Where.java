package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** A condition on a resource: {@code all}, {@code any}, {@code not}, or a leaf of field, operator and value. */
final class Where {
    private Where() {}

    static boolean holds(JsonNode where, JsonNode view) {
        if (where.has("all")) {
            return where.get("all").valueStream().allMatch(part -> holds(part, view));
        }
        if (where.has("any")) {
            return where.get("any").valueStream().anyMatch(part -> holds(part, view));
        }
        if (where.has("not")) {
            return !holds(where.get("not"), view);
        }
        return leaf(where, view.path(where.path("f").asText()));
    }

    /** What is missing is unequal to everything, and nothing else. */
    private static boolean leaf(JsonNode where, JsonNode actual) {
        JsonNode wanted = where.path("v");
        String op = where.path("op").asText();
        if (actual.isMissingNode() || actual.isNull()) {
            return op.equals("ne");
        }
        return switch (op) {
            case "eq" -> equal(actual, wanted);
            case "ne" -> !equal(actual, wanted);
            case "in" -> wanted.valueStream().anyMatch(value -> equal(actual, value));
            case "has" -> texts(actual).contains(wanted.asText());
            case "has_any" -> texts(wanted).stream().anyMatch(texts(actual)::contains);
            case "has_all" -> texts(actual).containsAll(texts(wanted));
            case "lt" -> actual.asDouble() < wanted.asDouble();
            case "lte" -> actual.asDouble() <= wanted.asDouble();
            case "gt" -> actual.asDouble() > wanted.asDouble();
            case "gte" -> actual.asDouble() >= wanted.asDouble();
            case "subset_of" -> texts(wanted).containsAll(texts(actual));
            case "nonempty" ->
                !actual.isEmpty() || (actual.isValueNode() && !actual.asText().isEmpty());
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static boolean equal(JsonNode a, JsonNode b) {
        return a.asText().equals(b.asText());
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
