package org.kith.matching.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Codes;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Flag;

/** Our codes on a service, its locations and its organization: the HSDS attributes whose taxonomy is {@code kith:…}. */
final class ListingCodes {
    private static final String PREFIX = "kith:";

    /** A code with the value it carries, such as the days of waiting. */
    record Coded(String code, String value) {}

    private final Map<String, List<Coded>> byTaxonomy = new LinkedHashMap<>();
    private final CodeSet<Feature> atLocations;
    private final CodeSet<Flag> onOrganization;

    ListingCodes(JsonNode service) {
        read(service.path("attributes"), byTaxonomy);
        Map<String, List<Coded>> places = new LinkedHashMap<>();
        Map<String, List<Coded>> owner = new LinkedHashMap<>();
        CodeSet<Feature> access = CodeSet.none(Feature.class);
        for (JsonNode at : service.path("service_at_locations")) {
            read(at.path("attributes"), places);
            read(at.path("location").path("attributes"), places);
            access = access.or(accessibility(at.path("location").path("accessibility")));
        }
        read(service.path("organization").path("attributes"), owner);
        atLocations =
                set(Feature.class, places.getOrDefault("feature", List.of())).or(access);
        onOrganization = set(Flag.class, owner.getOrDefault("flag", List.of()));
    }

    <E extends Enum<E> & Code> CodeSet<E> all(Class<E> list, String taxonomy) {
        return set(list, coded(taxonomy));
    }

    <E extends Enum<E> & Code> Optional<E> one(Class<E> list, String taxonomy) {
        return coded(taxonomy).stream()
                .flatMap(coded -> Codes.find(list, coded.code()).stream())
                .findFirst();
    }

    CodeSet<Feature> features() {
        return all(Feature.class, "feature").or(atLocations);
    }

    /** A warning on the organization holds for all that it offers. */
    CodeSet<Flag> flags() {
        return all(Flag.class, "flag").or(onOrganization);
    }

    List<Coded> coded(String taxonomy) {
        return byTaxonomy.getOrDefault(taxonomy, List.of());
    }

    private static void read(JsonNode attributes, Map<String, List<Coded>> into) {
        for (JsonNode attribute : attributes) {
            JsonNode term = attribute.path("taxonomy_term");
            String taxonomy = term.path("taxonomy").asText("");
            if (taxonomy.startsWith(PREFIX)) {
                into.computeIfAbsent(taxonomy.substring(PREFIX.length()), t -> new ArrayList<>())
                        .add(new Coded(
                                term.path("code").asText(""),
                                attribute.path("value").asText("")));
            }
        }
    }

    private static <E extends Enum<E> & Code> CodeSet<E> set(Class<E> list, List<Coded> coded) {
        return CodeSet.of(
                list,
                coded.stream()
                        .flatMap(one -> Codes.find(list, one.code()).stream())
                        .toList());
    }

    /** Ohana's words for two of our features, where they stand alone. */
    private static CodeSet<Feature> accessibility(JsonNode entries) {
        CodeSet<Feature> features = CodeSet.none(Feature.class);
        for (JsonNode entry : entries) {
            String said = entry.path("description").asText("").strip().toLowerCase(java.util.Locale.ROOT);
            features = switch (said) {
                case "wheelchair", "wheelchair accessible" -> features.with(Feature.WHEELCHAIR);
                case "deaf_interpreter", "sign language interpreter" -> features.with(Feature.ASL);
                default -> features;
            };
        }
        return features;
    }
}
