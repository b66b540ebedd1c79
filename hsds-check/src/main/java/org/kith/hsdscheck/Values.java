package org.kith.hsdscheck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values of filters that an entity fulfils. */
final class Values {
    private Values() {}

    /** Parameter → a value that the entity, or something inside it, has. */
    static Map<String, String> of(Endpoint endpoint, Doc doc) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, endpoint, "taxonomy_term_id", doc.someTerm());
        put(values, endpoint, "taxonomy_id", doc.someTaxonomy());
        put(values, endpoint, "organization_id", doc.organization());
        put(values, endpoint, "parent_id", doc.parent());
        put(values, endpoint, "postcode", doc.postalCodes().stream().findFirst());
        put(values, endpoint, "modified_after", doc.modifiedText());
        put(values, endpoint, "search", doc.word());
        return values;
    }

    private static void put(Map<String, String> values, Endpoint endpoint, String parameter, Optional<String> value) {
        if (endpoint.takes(parameter)) {
            value.ifPresent(v -> values.put(parameter, v));
        }
    }

    /** Whether the list has to find an entity by its value; by one of something inside it, it may. */
    static boolean mustFind(String parameter, String value, Doc doc) {
        return switch (parameter) {
            case "taxonomy_term_id" -> doc.ownTerms().contains(value);
            case "taxonomy_id" -> doc.ownTaxonomies().contains(value);
            default -> true;
        };
    }

    /** Whether an entity may be in a list that is filtered so; true where it cannot be told. */
    static boolean mayHold(String parameter, String value, Doc doc) {
        return switch (parameter) {
            case "taxonomy_term_id" -> doc.mentionsTerm(value);
            case "taxonomy_id" -> doc.mentionsTaxonomy(value);
            case "organization_id" -> doc.organization().map(value::equals).orElse(true);
            case "parent_id" -> doc.parent().map(value::equals).orElse(false);
            default -> true;
        };
    }
}
