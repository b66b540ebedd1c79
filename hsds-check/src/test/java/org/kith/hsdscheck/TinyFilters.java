package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filters of the tiny directory. */
record TinyFilters(@Nullable Fault fault) {

    List<ObjectNode> kept(List<ObjectNode> list, Map<String, String> params) {
        List<Predicate<ObjectNode>> conditions = new ArrayList<>();
        params.forEach((name, value) -> {
            Predicate<ObjectNode> condition = condition(name, value, params);
            if (condition != null) {
                conditions.add(condition);
            }
        });
        return list.stream()
                .filter(e -> (fault == Fault.FILTERS_ORED && !conditions.isEmpty())
                        ? conditions.stream().anyMatch(c -> c.test(e))
                        : conditions.stream().allMatch(c -> c.test(e)))
                .toList();
    }

    private @Nullable Predicate<ObjectNode> condition(String name, String value, Map<String, String> params) {
        return switch (name) {
            case "taxonomy_term_id" ->
                unless(Fault.TERM_IGNORED, e -> fault != Fault.TERM_FINDS_NOTHING && term(e).equals(value));
            case "taxonomy_id" ->
                unless(
                        Fault.TAXONOMY_IGNORED,
                        e -> e.path("taxonomy_id").asText().equals(value)
                                || e.at("/attributes/0/taxonomy_term/taxonomy_detail/id")
                                        .asText()
                                        .equals(value));
            case "organization_id" ->
                unless(
                        Fault.ORGANIZATION_IGNORED,
                        e -> e.path("organization_id").asText().equals(value));
            case "parent_id" ->
                unless(Fault.PARENT_IGNORED, e -> e.path("parent_id").asText().equals(value));
            case "top_only" -> value.equals("true") ? unless(Fault.TOP_ONLY_IGNORED, e -> !e.has("parent_id")) : null;
            case "search" ->
                unless(
                        Fault.SEARCH_IGNORED,
                        e -> fault != Fault.SEARCH_FINDS_NOTHING
                                && e.path("name")
                                        .asText()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(value.toLowerCase(Locale.ROOT)));
            case "modified_after" -> modifiedAfter(value);
            case "postcode" ->
                params.containsKey("proximity") ? null : unless(Fault.POSTCODE_IGNORED, e -> code(e).equals(value));
            case "proximity" -> near(params.getOrDefault("postcode", ""), Double.parseDouble(value));
            default -> null;
        };
    }

    private @Nullable Predicate<ObjectNode> unless(Fault ignored, Predicate<ObjectNode> condition) {
        return fault == ignored ? null : condition;
    }

    private @Nullable Predicate<ObjectNode> modifiedAfter(String value) {
        return unless(Fault.MODIFIED_AFTER_IGNORED, e -> {
            int order = Doc.instant(e.path("last_modified").asText())
                    .orElseThrow()
                    .compareTo(Doc.instant(value).orElseThrow());
            return fault == Fault.MODIFIED_AFTER_EXCLUSIVE ? order > 0 : order >= 0;
        });
    }

    /** Flat as the earth is not; good enough for four places. */
    private Predicate<ObjectNode> near(String code, double metres) {
        ObjectNode middle = TinyData.places().stream()
                .filter(p -> code(p).equals(code))
                .findFirst()
                .orElse(null);
        double reach = fault == Fault.PROXIMITY_TOO_WIDE ? 1e7 : fault == Fault.PROXIMITY_FINDS_NOTHING ? -1 : metres;
        return e -> middle != null
                && Math.hypot(
                                        e.at("/location/latitude").asDouble()
                                                - middle.at("/location/latitude")
                                                        .asDouble(),
                                        e.at("/location/longitude").asDouble()
                                                - middle.at("/location/longitude")
                                                        .asDouble())
                                * 111_195
                        <= reach;
    }

    private static String code(ObjectNode place) {
        return place.at("/location/addresses/0/postal_code").asText();
    }

    private static String term(ObjectNode service) {
        return service.at("/attributes/0/taxonomy_term/id").asText();
    }
}
