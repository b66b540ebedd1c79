package org.kith.directory.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;

/** What is different between two versions of an entity, field by field, in words. */
final class Differences {
    private static final int LONGEST = 10_000;

    private Differences() {}

    /** Values are empty where there is none. */
    record Difference(String field, String previous, String replacement) {}

    static List<Difference> between(Object before, Object after) {
        JsonNode was = tree(before);
        JsonNode is = tree(after);
        Set<String> fields = new TreeSet<>();
        was.fieldNames().forEachRemaining(fields::add);
        is.fieldNames().forEachRemaining(fields::add);
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String previous = text(field, was.get(field));
            String replacement = text(field, is.get(field));
            if (!previous.equals(replacement)) {
                differences.add(new Difference(field, cut(previous), cut(replacement)));
            }
        }
        return differences;
    }

    private static JsonNode tree(Object entity) {
        return entity instanceof JsonNode node ? node : HsdsJson.mapper().valueToTree(entity);
    }

    private static String text(String field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (field.equals("attributes")) {
            return codes(value);
        }
        return value.isTextual() ? value.asText() : value.toString();
    }

    /** A code says as much as its whole object. */
    private static String codes(JsonNode attributes) {
        List<String> codes = new ArrayList<>();
        for (JsonNode attribute : attributes) {
            JsonNode term = attribute.path("taxonomy_term");
            String value = attribute.path("value").asText("");
            codes.add(term.path("taxonomy").asText() + "/"
                    + term.path("code").asText(term.path("name").asText())
                    + (value.isEmpty() ? "" : "=" + value));
        }
        codes.sort(null);
        return String.join(", ", codes);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
