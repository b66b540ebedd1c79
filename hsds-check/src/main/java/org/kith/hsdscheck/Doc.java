package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One entity, whole, with what filters are about. */
record Doc(String id, JsonNode whole) {

    /** Terms of its own attributes: a filter must find it by each of them. */
    Set<String> ownTerms() {
        Set<String> terms = new LinkedHashSet<>();
        for (JsonNode attribute : whole.path("attributes")) {
            termId(attribute).ifPresent(terms::add);
        }
        return terms;
    }

    /** Any term that is anywhere in it, its own first. */
    Optional<String> someTerm() {
        return Stream.concat(
                        ownTerms().stream(),
                        whole.findValues("taxonomy_term").stream()
                                .map(t -> t.path("id").asText()))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    Optional<String> someTaxonomy() {
        return Stream.concat(
                        ownTaxonomies().stream(),
                        whole.findValues("taxonomy_detail").stream()
                                .map(t -> t.path("id").asText()))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private static Optional<String> termId(JsonNode attribute) {
        JsonNode term = attribute.path("taxonomy_term").path("id");
        JsonNode id = term.isTextual() ? term : attribute.path("taxonomy_term_id");
        return id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** Taxonomies of the terms of its own attributes, where they say them; of a term, its own. */
    Set<String> ownTaxonomies() {
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode attribute : whole.path("attributes")) {
            taxonomy(attribute.path("taxonomy_term")).ifPresent(found::add);
        }
        taxonomy(whole).ifPresent(found::add);
        return found;
    }

    private static Optional<String> taxonomy(JsonNode term) {
        JsonNode detail = term.path("taxonomy_detail").path("id");
        JsonNode id = detail.isTextual() ? detail : term.path("taxonomy_id");
        return id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** Anywhere in the document, as in a service of an organization. */
    boolean mentionsTerm(String term) {
        return has(whole, "taxonomy_term_id", term)
                || whole.findValues("taxonomy_term").stream()
                        .anyMatch(t -> t.path("id").asText().equals(term));
    }

    boolean mentionsTaxonomy(String taxonomy) {
        return has(whole, "taxonomy_id", taxonomy)
                || whole.findValues("taxonomy_detail").stream()
                        .anyMatch(t -> t.path("id").asText().equals(taxonomy));
    }

    private static boolean has(JsonNode node, String field, String value) {
        return node.findValuesAsText(field).contains(value);
    }

    Optional<String> organization() {
        for (String pointer : List.of(
                "/organization_id", "/organization/id", "/service/organization_id", "/service/organization/id")) {
            if (whole.at(pointer).isTextual()) {
                return Optional.of(whole.at(pointer).asText());
            }
        }
        return Optional.empty();
    }

    Optional<String> parent() {
        JsonNode parent = whole.path("parent_id");
        return parent.isTextual() ? Optional.of(parent.asText()) : Optional.empty();
    }

    /** Of the entity, or of its service. */
    Optional<String> modifiedText() {
        return modifiedText(whole);
    }

    static Optional<String> modifiedText(JsonNode entity) {
        for (String pointer : List.of("/last_modified", "/modified_date", "/service/last_modified")) {
            if (entity.at(pointer).isTextual()) {
                return Optional.of(entity.at(pointer).asText());
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.matches(".*T.*(Z|z|[+-]\\d\\d:?\\d\\d)$")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text.length() == 10 ? text + "T00:00:00" : text)
                                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The longest word of its name, or of its service's, to search for. */
    Optional<String> word() {
        String name = whole.has("name")
                ? whole.path("name").asText()
                : whole.at("/service/name").asText();
        String best = "";
        for (String word : name.split("[^\\p{L}]+")) {
            best = word.length() > best.length() ? word : best;
        }
        return best.length() < 4 ? Optional.empty() : Optional.of(best);
    }

    /** Postal codes of its location. */
    Set<String> postalCodes() {
        Set<String> codes = new LinkedHashSet<>();
        for (JsonNode address : whole.path("location").path("addresses")) {
            if (!address.path("postal_code").asText().isBlank()) {
                codes.add(address.path("postal_code").asText());
            }
        }
        return codes;
    }

    /** Latitude and longitude, or nothing. */
    List<Double> point() {
        JsonNode location = whole.path("location");
        List<Double> point = new ArrayList<>();
        if (location.path("latitude").isNumber() && location.path("longitude").isNumber()) {
            point.add(location.path("latitude").asDouble());
            point.add(location.path("longitude").asDouble());
        }
        return point;
    }
}
