package org.kith.directory.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What terms of other taxonomies mean in our codes, by their name or by how their code begins. */
final class Crosswalk {
    private final Map<String, List<Meaning>> byName;
    private final Map<String, List<Meaning>> byCode;

    /** @param rule such as {@code crosswalk/open-eligibility} */
    record Meaning(String list, String code, String rule) {}

    private Crosswalk(Map<String, List<Meaning>> byName, Map<String, List<Meaning>> byCode) {
        this.byName = byName;
        this.byCode = byCode;
    }

    static Crosswalk read(@Nullable JsonNode file) {
        Map<String, List<Meaning>> byName = new HashMap<>();
        Map<String, List<Meaning>> byCode = new HashMap<>();
        if (file != null) {
            for (JsonNode taxonomy : file.path("taxonomies")) {
                String rule = "crosswalk/" + taxonomy.path("name").asText();
                taxonomy.path("by_name")
                        .properties()
                        .forEach(t -> byName.put(key(t.getKey()), meanings(t.getValue(), rule)));
                taxonomy.path("by_code")
                        .properties()
                        .forEach(t -> byCode.put(t.getKey(), meanings(t.getValue(), rule)));
            }
        }
        return new Crosswalk(byName, byCode);
    }

    private static List<Meaning> meanings(JsonNode codes, String rule) {
        List<Meaning> meanings = new ArrayList<>();
        for (JsonNode code : codes) {
            String[] parts = code.asText().split("/", -1);
            RuleBook.requireInferable(parts[0], parts[1], rule);
            meanings.add(new Meaning(parts[0], parts[1], rule));
        }
        return List.copyOf(meanings);
    }

    Stream<Meaning> meanings() {
        return Stream.concat(byName.values().stream(), byCode.values().stream()).flatMap(List::stream);
    }

    List<Meaning> of(Wording.Term term) {
        List<Meaning> named = term.name() == null ? null : byName.get(key(term.name()));
        if (named != null) {
            return named;
        }
        if (term.code() == null) {
            return List.of();
        }
        // The longest beginning that is known: BD-1800.2000 is BD-1800, and that is BD.
        for (int length = term.code().length(); length > 0; length--) {
            List<Meaning> known = byCode.get(term.code().substring(0, length));
            if (known != null) {
                return known;
            }
        }
        return List.of();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
