package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Changes a resource until a condition holds, or no longer holds. */
final class Mould {
    private final Random random;

    Mould(Random random) {
        this.random = random;
    }

    void press(JsonNode where, ObjectNode view) {
        if (where.has("all")) {
            where.get("all").forEach(part -> press(part, view));
        } else if (where.has("any")) {
            if (!Where.holds(where, view)) {
                JsonNode options = where.get("any");
                press(options.get(random.nextInt(options.size())), view);
            }
        } else if (where.has("not")) {
            relieve(where.get("not"), view);
        } else {
            leaf(where, view);
        }
    }

    private void leaf(JsonNode where, ObjectNode view) {
        if (Where.holds(where, view)) {
            return;
        }
        String field = where.path("f").asText();
        JsonNode value = where.path("v");
        switch (field) {
            case "remote" -> view.putArray("formats").add(value.asBoolean() ? "phone" : "in_person");
            case "open_now", "always_open" -> view.put("always_open", true);
            default -> set(field, where.path("op").asText(), value, view);
        }
    }

    private void set(String field, String op, JsonNode value, ObjectNode view) {
        switch (op) {
            case "eq" -> view.set(field, value);
            case "in" -> view.set(field, value.get(random.nextInt(value.size())));
            case "has" -> list(view, field).add(value.asText());
            case "has_any" ->
                list(view, field).add(value.get(random.nextInt(value.size())).asText());
            case "has_all" -> value.forEach(code -> list(view, field).add(code.asText()));
            case "gt", "gte" -> view.put(field, value.asInt() + 1);
            case "lt", "lte" -> view.put(field, value.asInt() - 1);
            case "subset_of" -> view.set(field, value);
            case "nonempty" -> list(view, field).add("veterans");
            case "ne" -> view.remove(field);
            default -> throw new IllegalArgumentException(op);
        }
    }

    /** Takes codes away. A resource without any format or language says nothing, so it gets one. */
    private void relieve(JsonNode where, ObjectNode view) {
        if (where.has("any") || where.has("all")) {
            (where.has("any") ? where.get("any") : where.get("all")).forEach(part -> relieve(part, view));
            return;
        }
        String field = where.path("f").asText();
        if (!(view.path(field) instanceof ArrayNode codes)) {
            if (Where.holds(where, view)) {
                view.remove(field);
            }
            return;
        }
        Set<String> gone = where.path("v").isArray()
                ? Fit.texts(where.path("v"))
                : new HashSet<>(Set.of(where.path("v").asText()));
        ArrayNode left = view.arrayNode();
        codes.forEach(code -> {
            if (!gone.contains(code.asText())) {
                left.add(code);
            }
        });
        if (field.equals("formats") && left.isEmpty()) {
            left.add(gone.contains("forum") ? "phone" : "forum");
        }
        view.set(field, left);
    }

    private static ArrayNode list(ObjectNode view, String field) {
        return view.path(field) instanceof ArrayNode list ? list : view.putArray(field);
    }
}
