package org.kith.directory.imports.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids that differ in case, in spaces or in a ".0" that a spreadsheet added mean the same, where nothing else answers to
 * them: between the tables of one upload, and between this copy of a directory and the one before.
 */
public final class Spelling {
    /** Stands for more than one id. */
    private static final String SEVERAL = "";

    private static final Pattern FRACTION = Pattern.compile("(:\\d+)\\.0+$");

    private final Map<String, String> byMeaning = new HashMap<>();

    /** An id as the source once spelled it. */
    public void add(String entity, String id) {
        String key = key(entity, id);
        String other = byMeaning.putIfAbsent(key, id);
        if (other != null && !other.equals(id)) {
            byMeaning.put(key, SEVERAL);
        }
    }

    /** How an id is spelled that means the same; null when there is none, or more than one. */
    @Nullable
    String of(String entity, String id) {
        String found = byMeaning.get(key(entity, id));
        return SEVERAL.equals(found) ? null : found;
    }

    private static String key(String entity, String id) {
        StringBuilder key = new StringBuilder(entity).append(':');
        for (int i = 0; i < id.length(); i++) {
            if (!Character.isWhitespace(id.charAt(i))) {
                key.append(Character.toLowerCase(id.charAt(i)));
            }
        }
        return id.indexOf('.') > 0 ? FRACTION.matcher(key).replaceFirst("$1") : key.toString();
    }

    private static final List<String> REFERRED = List.of(
            "organization",
            "program",
            "service",
            "location",
            "service_at_location",
            "contact",
            "phone",
            "taxonomy_term",
            "taxonomy",
            "unit");

    /** Gives rows the ids that they had before, and references the ids that rows have. */
    static void settle(Harvest harvest, Spelling before) {
        for (String entity : REFERRED) {
            for (Row row : List.copyOf(harvest.all(entity))) {
                String id = row.node().path("id").asText();
                String known = before.of(entity, id);
                if (known != null && !known.equals(id) && harvest.rename(row, id, known)) {
                    say(row, "id", id, known);
                }
            }
        }
        Spelling now = new Spelling();
        for (String entity : REFERRED) {
            harvest.rows(entity)
                    .forEach(row -> now.add(entity, row.node().path("id").asText()));
        }
        for (String entity : List.copyOf(harvest.allEntities())) {
            harvest.rows(entity).forEach(row -> references(row, harvest, now));
        }
    }

    private static void references(Row row, Harvest harvest, Spelling now) {
        for (String target : REFERRED) {
            reference(row, target + "_id", target, harvest, now);
        }
        if (row.node().has("link_id")) {
            reference(row, "link_id", row.node().path("link_entity").asText("service"), harvest, now);
        }
    }

    private static void reference(Row row, String field, String target, Harvest harvest, Spelling now) {
        String given = Rules.text(row.node(), field);
        if (given == null || harvest.find(target, given) != null) {
            return;
        }
        String meant = now.of(target, given);
        if (meant != null && harvest.find(target, meant) != null) {
            row.node().put(field, meant);
            say(row, field, given, meant);
        }
    }

    private static void say(Row row, String field, String given, String meant) {
        row.findings()
                .add(field, "id-spelled-otherwise", "It is spelled otherwise elsewhere in this source.", given, meant);
    }
}
