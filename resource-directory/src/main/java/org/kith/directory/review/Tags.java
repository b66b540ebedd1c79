package org.kith.directory.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.listing.InferredCodes;
import org.kith.directory.listing.Said;
import org.kith.directory.tagging.Inference;
import org.kith.directory.tagging.RuleBook;
import org.kith.directory.tagging.WordField;

/**
 * The codes of one service that were inferred, and what people decided about them.
 *
 * @param rulesVersion of the rules by which it was read
 */
public record Tags(UUID serviceId, String rulesVersion, String rulesHash, List<Tag> items) {
    static final String INFERRED = "inferred";

    /**
     * One code.
     *
     * @param state inferred, confirmed or rejected
     * @param rule that inferred it
     * @param field where the fragment stands
     * @param fragment the words that the rule stands on; absent where the text no longer says so
     * @param decidedBy the role of whoever decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tag(
            String taxonomy,
            String code,
            String name,
            String state,
            String rule,
            @Nullable String field,
            @Nullable String fragment,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {}

    /** @param document as it is published: fragments quote nothing that is withheld from readers */
    static Tags of(UUID service, byte[] document, List<Said.Decision> decisions) {
        Listing listing = read(document);
        List<Inference> found = InferredCodes.of(listing, listing.organization());
        List<Tag> tags = new ArrayList<>();
        listing.attributes().stream().filter(InferredCodes::isInferred).forEach(a -> {
            String taxonomy = Objects.requireNonNull(a.taxonomyTerm()).taxonomy();
            String code = a.taxonomyTerm().code();
            tags.add(tag(String.valueOf(taxonomy), String.valueOf(code), String.valueOf(a.label()), found, null));
        });
        for (Said.Decision decision : decisions) {
            tags.add(tag(decision.taxonomy(), decision.code(), decision.rule(), found, decision));
        }
        tags.sort(Comparator.comparing(Tag::taxonomy).thenComparing(Tag::code));
        return new Tags(
                service, RuleBook.standard().version(), RuleBook.standard().hash(), tags);
    }

    private static Tag tag(
            String taxonomy, String code, String rule, List<Inference> found, Said.@Nullable Decision decision) {
        Optional<Inference> why = found.stream()
                .filter(i -> i.taxonomy().equals(taxonomy) && i.code().equals(code))
                .findFirst();
        String list = Vocabulary.standard().listOf(taxonomy).orElseThrow();
        return new Tag(
                taxonomy,
                code,
                Vocabulary.standard().label(list, code),
                decision == null ? INFERRED : decision.verdict(),
                rule,
                why.map(Inference::field).map(WordField::wire).orElse(null),
                why.map(Inference::fragment).orElse(null),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.role());
    }

    static Listing read(byte[] document) {
        try {
            return HsdsJson.mapper().readValue(document, Listing.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A document of ours cannot be read", e);
        }
    }

    Optional<Tag> find(String taxonomy, String code) {
        return items.stream()
                .filter(t -> t.taxonomy().equals(taxonomy) && t.code().equals(code))
                .findFirst();
    }
}
