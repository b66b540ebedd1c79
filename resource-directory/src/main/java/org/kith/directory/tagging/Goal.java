package org.kith.directory.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kith.contracts.Vocabulary;

/**
 * One list of codes and the rules that speak for them.
 *
 * @param list such as {@code need}
 * @param needs points from which a code is inferred
 * @param margin how far the best has to lead where only one code may be set
 */
record Goal(String list, String taxonomy, boolean single, double needs, double margin, List<Rule> rules) {
    /** Evidence that none of a list's codes fits: it may win, and then nothing is inferred. */
    static final String NONE = "none";

    private static final Set<String> KNOWN = Set.of(
            "rule",
            "code",
            "any",
            "weight",
            "fields",
            "points",
            "not_in",
            "near",
            "unless_near",
            "unless_before",
            "unless_after",
            "with",
            "without",
            "without_in_name",
            "window",
            "plain",
            "why");

    static Goal read(JsonNode file, PhraseTree tree) {
        String list = file.path("list").asText();
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : file.path("rules")) {
            rules.add(rule(node, file, list, tree));
        }
        return new Goal(
                list,
                Vocabulary.standard().taxonomy(list),
                Vocabulary.standard().isSingleValued(list),
                file.path("needs").asDouble(10),
                file.path("margin").asDouble(1),
                List.copyOf(rules));
    }

    private static Rule rule(JsonNode node, JsonNode file, String list, PhraseTree tree) {
        String code = node.path("code").asText();
        String id = list + "/" + code + "/" + node.path("rule").asText();
        if (!code.equals(NONE)) {
            RuleBook.requireInferable(list, code, id);
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                throw new IllegalArgumentException(id + ": " + field + " means nothing");
            }
        });
        if (node.path("any").isEmpty()) {
            throw new IllegalArgumentException(id + ": a rule needs phrases");
        }
        return new Rule(
                id,
                Vocabulary.standard().taxonomy(list),
                code,
                RuleBook.phrases(node.path("any"), tree),
                points(node, file),
                RuleBook.phrases(node.path("not_in"), tree),
                RuleBook.phrases(node.path("near"), tree),
                RuleBook.phrases(node.path("unless_near"), tree),
                RuleBook.phrases(node.path("unless_before"), tree),
                RuleBook.phrases(node.path("unless_after"), tree),
                RuleBook.phrases(node.path("with"), tree),
                RuleBook.phrases(node.path("without"), tree),
                RuleBook.phrases(node.path("without_in_name"), tree),
                node.path("window").asInt(8),
                node.path("plain").asBoolean());
    }

    /** A rule may look at some fields only, or weigh fields in its own way. */
    private static double[] points(JsonNode node, JsonNode file) {
        JsonNode own = node.path("points");
        JsonNode fields = node.path("fields");
        double weight = node.path("weight").asDouble(1);
        double[] points = new double[WordField.values().length];
        for (WordField field : WordField.values()) {
            boolean looks = fields instanceof MissingNode || contains(fields, field.wire());
            JsonNode given = own.has(field.wire())
                    ? own.path(field.wire())
                    : file.path("points").path(field.wire());
            points[field.ordinal()] = looks || own.has(field.wire()) ? weight * given.asDouble() : 0;
        }
        return points;
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
