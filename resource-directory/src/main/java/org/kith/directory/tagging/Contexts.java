package org.kith.directory.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What turns the meaning of any phrase around: "does not provide", "except"; and what only sounds so: "not only".
 *
 * @param before words that deny what follows in the same sentence
 * @param harmless phrases in which such a word denies nothing
 * @param after words that deny what stood before
 * @param elsewhere words after which a phrase is about what others give: "referrals to"
 * @param sections what stands under which heading
 * @param cancels words after which a denial no longer holds: "but"
 * @param voids what follows a heading that only points elsewhere: "see separate listing"
 * @param mixed headings that are not in capitals, with their colon
 */
record Contexts(
        BitSet before,
        BitSet harmless,
        BitSet after,
        BitSet elsewhere,
        BitSet cancels,
        Map<String, String> sections,
        List<String> mixed,
        List<String> voids) {
    static Contexts read(JsonNode file, PhraseTree tree) {
        Map<String, String> sections = new LinkedHashMap<>();
        List<String> mixed = new ArrayList<>();
        file.path("sections").properties().forEach(section -> {
            sections.put(section.getKey(), section.getValue().asText());
            if (section.getKey().chars().anyMatch(Character::isLowerCase)) {
                mixed.add(section.getKey() + ":");
            }
        });
        List<String> voids = new ArrayList<>();
        file.path("void_headings").forEach(v -> voids.add(v.asText()));
        return new Contexts(
                RuleBook.phrases(file.path("deny_before"), tree),
                RuleBook.phrases(file.path("harmless"), tree),
                RuleBook.phrases(file.path("deny_after"), tree),
                RuleBook.phrases(file.path("elsewhere"), tree),
                RuleBook.phrases(file.path("cancels"), tree),
                sections,
                mixed,
                voids);
    }
}
