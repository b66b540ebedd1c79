package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses whose {@code attention} line begins with the name of a place belong to that place, whatever their
 * {@code location_id} says. Exports exist in which that column counts something else: where it hardly ever leads to the
 * place that is named, it is not believed for the other rows either, since a wrong address is worse than none.
 */
final class NamedPlaces {
    private static final int SHORTEST_NAME = 8;
    private static final int ENOUGH_TO_JUDGE = 20;

    private final Harvest harvest;
    /** Null for names that more than one place has. */
    private final Map<String, @Nullable String> placeByName = new HashMap<>();

    NamedPlaces(Harvest harvest) {
        this.harvest = harvest;
        for (Row row : harvest.rows("location")) {
            add(row.node().path("name").asText(), row.node().path("id").asText());
        }
        for (Row row : harvest.rows("service")) {
            JsonNode places = row.node().path("service_at_locations");
            if (places.size() == 1) {
                add(
                        row.node().path("name").asText(),
                        places.get(0).path("location_id").asText());
            }
        }
    }

    private void add(String name, String place) {
        String key = letters(name);
        if (key.length() >= SHORTEST_NAME) {
            boolean another = placeByName.containsKey(key) && !place.equals(placeByName.get(key));
            placeByName.put(key, another ? null : place);
        }
    }

    void relink() {
        Map<Row, String> named = new HashMap<>();
        List<Row> others = new ArrayList<>();
        Set<String> files = new HashSet<>();
        int agreeing = 0;
        for (Row row : harvest.rows("address")) {
            String attention = Rules.text(row.node(), "attention");
            String place = attention == null ? null : placeIn(attention);
            if (place != null) {
                named.put(row, place);
                files.add(row.file());
                agreeing += place.equals(Rules.text(row.node(), "location_id")) ? 1 : 0;
            } else if (attention != null) {
                others.add(row);
            }
        }
        boolean unreliable = named.size() >= ENOUGH_TO_JUDGE && agreeing * 10 < named.size();
        named.forEach(NamedPlaces::link);
        for (Row row : others) {
            if (unreliable && files.contains(row.file())) {
                row.refuse(
                        "location_id",
                        "reference-unreliable",
                        "In this file the column does not lead to the places that the rows name, and this row names none.",
                        Rules.text(row.node(), "location_id"));
            }
        }
    }

    private static void link(Row row, String place) {
        ObjectNode node = row.node();
        String given = Rules.text(node, "location_id");
        if (!place.equals(given)) {
            node.put("location_id", place);
            row.findings()
                    .add("location_id", "relinked-by-name", "It names another place than it refers to.", given, place);
        }
    }

    /** The longest name of one place with which the text begins. */
    private @Nullable String placeIn(String attention) {
        String text = letters(attention);
        for (int length = text.length(); length >= SHORTEST_NAME; length--) {
            String name = text.substring(0, length);
            if (placeByName.containsKey(name)) {
                return placeByName.get(name);
            }
        }
        return null;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
