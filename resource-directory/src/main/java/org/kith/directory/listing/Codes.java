package org.kith.directory.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.contracts.NamedIds;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.TaxonomyTerm;

/**
 * The attributes of one entity: fills in what the directory knows about a code, and refuses codes that nobody defined.
 *
 * <p>A writer may give just {@code {"taxonomy_term": {"taxonomy": "kith:feature", "code": "moderated"}}}. Terms of other
 * taxonomies are taken as they come.
 */
final class Codes {
    private static final String OURS = "kith:";

    private final Vocabulary vocabulary;
    private final List<Flaw> flaws;
    private final Map<UUID, TaxonomyTerm> terms;

    /** @param terms collects the terms that are used */
    Codes(Vocabulary vocabulary, List<Flaw> flaws, Map<UUID, TaxonomyTerm> terms) {
        this.vocabulary = vocabulary;
        this.flaws = flaws;
        this.terms = terms;
    }

    void complete(JsonNode attributes, UUID owner, String entity, String pointer) {
        Set<String> taken = new HashSet<>();
        Map<UUID, Integer> ids = new LinkedHashMap<>();
        for (int i = 0; i < attributes.size(); i++) {
            ObjectNode attribute = (ObjectNode) attributes.get(i);
            String at = pointer + "/" + i;
            attribute.put("link_id", owner.toString());
            attribute.put("link_entity", entity);
            referred(attribute);
            if (attribute.get("taxonomy_term") instanceof ObjectNode term) {
                completeTerm(term, attribute, at, taken);
            }
            if (!attribute.has("id")) {
                String name = "attribute:"
                        + attribute.path("taxonomy_term").path("id").asText() + ":"
                        + attribute.path("value").asText();
                int nth = ids.merge(NameBasedId.of(owner, name), 1, Integer::sum);
                attribute.put(
                        "id",
                        NameBasedId.of(owner, nth == 1 ? name : name + "#" + nth)
                                .toString());
            }
        }
    }

    /** HSDS also lets an attribute name its term by id alone. */
    private void referred(ObjectNode attribute) {
        JsonNode id = attribute.remove("taxonomy_term_id");
        if (id == null || attribute.has("taxonomy_term")) {
            return;
        }
        ObjectNode term = attribute.putObject("taxonomy_term");
        term.set("id", id);
        ours(UUID.fromString(id.asText())).ifPresent(code -> {
            term.put("taxonomy", code.taxonomy());
            term.put("code", code.code());
        });
    }

    private void completeTerm(ObjectNode term, ObjectNode attribute, String at, Set<String> taken) {
        String taxonomy = term.path("taxonomy").asText("");
        if (taxonomy.startsWith(OURS)) {
            completeOurs(term, taxonomy, attribute, at, taken);
        } else {
            completeForeign(term, taxonomy, at);
        }
        if (term.has("id") && term.has("name")) {
            TaxonomyTerm known = HsdsJson.mapper().convertValue(term, TaxonomyTerm.class);
            terms.put(UUID.fromString(term.get("id").asText()), known);
        }
    }

    private void completeOurs(ObjectNode term, String taxonomy, ObjectNode attribute, String at, Set<String> taken) {
        Optional<String> list = vocabulary.listOf(taxonomy);
        if (list.isEmpty()) {
            List<String> all = vocabulary.listingLists().stream()
                    .map(vocabulary::taxonomy)
                    .sorted()
                    .toList();
            flaws.add(new Flaw(
                    at + "/taxonomy_term/taxonomy", "unknown-code", "There is no such taxonomy of Kith.", all));
            return;
        }
        String code = term.path("code").asText("");
        if (code.isEmpty()) {
            flaws.add(new Flaw(at + "/taxonomy_term/code", "required", "A code of " + taxonomy + "."));
            return;
        }
        if (!vocabulary.has(list.get(), code)) {
            List<String> nearest = vocabulary.nearest(list.get(), code);
            String hint = nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
            flaws.add(new Flaw(
                    at + "/taxonomy_term/code",
                    "unknown-code",
                    "There is no such code in " + taxonomy + "." + hint,
                    nearest));
            return;
        }
        if (vocabulary.isSingleValued(list.get()) && !taken.add(list.get())) {
            flaws.add(new Flaw(at + "/taxonomy_term/code", "single-valued", taxonomy + " takes one code only."));
        }
        checkValue(list.get(), attribute, at);
        term.put("id", vocabulary.termId(list.get(), code).toString());
        term.put("name", vocabulary.label(list.get(), code));
        term.put("description", vocabulary.label(list.get(), code));
        term.put("taxonomy_id", vocabulary.taxonomyId(list.get()).toString());
    }

    private void checkValue(String list, ObjectNode attribute, String at) {
        String value = attribute.path("value").asText("");
        if (list.equals(Vocabulary.INTERPRETER) && !Vocabulary.isLanguageTag(value)) {
            flaws.add(new Flaw(at + "/value", "format", "The language, as a BCP 47 tag such as es."));
        }
        if (list.equals("capacity") && !value.isEmpty() && !value.matches("\\d{1,4}")) {
            flaws.add(new Flaw(at + "/value", "format", "The days of waiting, as a whole number."));
        }
    }

    private void completeForeign(ObjectNode term, String taxonomy, String at) {
        String key = term.path("code").asText(term.path("name").asText(""));
        if (key.isEmpty() && !term.has("id")) {
            flaws.add(new Flaw(at + "/taxonomy_term/code", "required", "A term has a code, a name or an id."));
            return;
        }
        if (!term.has("id")) {
            term.put("id", NamedIds.of(taxonomy + ":" + key).toString());
        }
        if (!term.has("name")) {
            term.put("name", key.isEmpty() ? term.get("id").asText() : key);
        }
        if (!term.has("description")) {
            term.put("description", term.get("name").asText());
        }
        if (!term.has("taxonomy_id") && term.path("taxonomy_detail").hasNonNull("id")) {
            term.set("taxonomy_id", term.path("taxonomy_detail").path("id"));
        }
        if (!term.has("taxonomy_id") && !taxonomy.isEmpty()) {
            term.put("taxonomy_id", NamedIds.of(taxonomy).toString());
        }
    }

    private record Code(String taxonomy, String code) {}

    private Optional<Code> ours(UUID id) {
        for (String list : vocabulary.listingLists()) {
            for (String code : vocabulary.codes(list)) {
                if (vocabulary.termId(list, code).equals(id)) {
                    return Optional.of(new Code(vocabulary.taxonomy(list), code));
                }
            }
        }
        return Optional.empty();
    }
}
