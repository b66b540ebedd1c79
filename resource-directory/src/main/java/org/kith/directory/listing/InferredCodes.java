package org.kith.directory.listing;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Metadata;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.TaxonomyTerm;
import org.kith.directory.tagging.Inference;
import org.kith.directory.tagging.RuleBook;
import org.kith.directory.tagging.Wording;

/**
 * Codes that nobody wrote but the words of a listing speak for, and what people decided about them.
 *
 * <p>They are never part of a listing's facts: they are laid over them when its document is composed, marked
 * {@code link_type: "inferred"} with the rule as {@code label}, and left out again when such a document comes back.
 */
public final class InferredCodes {
    private static final String INFERRED = "inferred";
    private static final String CONFIRM = "confirm";
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final Set<UUID> OUR_TERMS = VOCABULARY.listingLists().stream()
            .flatMap(list -> VOCABULARY.codes(list).stream().map(code -> VOCABULARY.termId(list, code)))
            .collect(Collectors.toUnmodifiableSet());

    private InferredCodes() {}

    /** What the rules find, in lists where people did not set codes themselves. */
    public static List<Inference> of(Listing facts, @Nullable Organization organization) {
        Set<String> settled = new HashSet<>();
        for (Attribute attribute : facts.attributes()) {
            TaxonomyTerm term = attribute.taxonomyTerm();
            if (term != null && term.taxonomy() != null && !isInferred(attribute) && !isConfirmed(attribute)) {
                settled.add(term.taxonomy());
            }
        }
        if (settled.contains("kith:audience-mode")) {
            settled.add("kith:audience");
        }
        return RuleBook.standard().tagger().infer(wording(facts, organization)).stream()
                .filter(i -> !settled.contains(i.taxonomy()))
                .toList();
    }

    private static Wording wording(Listing facts, @Nullable Organization organization) {
        return new Wording(
                facts.name(),
                facts.alternateName(),
                facts.description(),
                facts.eligibilityDescription(),
                facts.feesDescription(),
                facts.applicationProcess(),
                organization == null ? null : organization.name(),
                facts.attributes().stream()
                        .map(Attribute::taxonomyTerm)
                        .filter(t -> t != null
                                && (t.taxonomy() == null || !t.taxonomy().startsWith("kith:")))
                        .map(t -> new Wording.Term(t.taxonomy(), t.code(), t.name()))
                        .toList());
    }

    /** The facts with inferred and confirmed codes, and without what was rejected. */
    static Listing laidOver(Listing facts, Organization organization, List<Said.Decision> decisions) {
        UUID id = facts.id();
        if (id == null) {
            return facts;
        }
        List<Attribute> attributes = new ArrayList<>(facts.attributes());
        for (Said.Decision decision : decisions) {
            if (decision.isConfirmation() && !says(attributes, decision.taxonomy(), decision.code())) {
                attributes.add(attribute(id, decision.taxonomy(), decision.code(), null, confirmed(id, decision)));
            }
        }
        Set<String> single = attributes.stream()
                .map(Attribute::taxonomyTerm)
                .filter(t -> t != null && t.taxonomy() != null)
                .map(t -> Objects.requireNonNull(t).taxonomy())
                .filter(InferredCodes::isSingle)
                .collect(Collectors.toSet());
        for (Inference inference : of(facts, organization)) {
            boolean decided = decisions.stream().anyMatch(d -> d.isAbout(inference.taxonomy(), inference.code()));
            if (!decided
                    && !single.contains(inference.taxonomy())
                    && !says(attributes, inference.taxonomy(), inference.code())) {
                attributes.add(attribute(id, inference.taxonomy(), inference.code(), inference.rule(), List.of()));
            }
        }
        return attributes.size() == facts.attributes().size() ? facts : facts.but(l -> l.attributes = attributes);
    }

    private static boolean isSingle(@Nullable String taxonomy) {
        return taxonomy != null
                && VOCABULARY
                        .listOf(taxonomy)
                        .filter(VOCABULARY::isSingleValued)
                        .isPresent();
    }

    private static boolean says(List<Attribute> attributes, String taxonomy, String code) {
        return attributes.stream().anyMatch(a -> Kith.says(a, taxonomy, code));
    }

    /** @param rule null where a person stands behind it */
    private static Attribute attribute(
            UUID service, String taxonomy, String code, @Nullable String rule, List<Metadata> metadata) {
        String list = VOCABULARY.listOf(taxonomy).orElseThrow();
        return Kith.attribute(taxonomy, code).but(a -> {
            a.id = attributeId(service, taxonomy, code);
            a.linkId = service;
            a.linkEntity = "service";
            a.linkType = rule == null ? null : INFERRED;
            a.label = rule;
            a.metadata = metadata;
            a.taxonomyTerm = Objects.requireNonNull(a.taxonomyTerm).but(t -> {
                t.id = VOCABULARY.termId(list, code);
                t.name = VOCABULARY.label(list, code);
                t.description = t.name;
                t.taxonomyId = VOCABULARY.taxonomyId(list);
            });
        });
    }

    private static UUID attributeId(UUID service, String taxonomy, String code) {
        return NameBasedId.of(service, "inferred/" + taxonomy + "/" + code);
    }

    private static List<Metadata> confirmed(UUID service, Said.Decision decision) {
        UUID attribute = attributeId(service, decision.taxonomy(), decision.code());
        return List.of(Metadata.with(m -> {
            m.id = NameBasedId.of(attribute, "metadata/" + CONFIRM);
            m.resourceId = attribute;
            m.resourceType = "attribute";
            m.lastActionDate = decision.at().atOffset(ZoneOffset.UTC).toLocalDate();
            m.lastActionType = CONFIRM;
            m.fieldName = "link_type";
            m.previousValue = INFERRED;
            m.replacementValue = "";
            // The role: who it was is nobody's business outside.
            m.updatedBy = decision.role();
        }));
    }

    /** Whether it is one of ours that nobody wrote. */
    public static boolean isInferred(Attribute attribute) {
        if (!INFERRED.equals(attribute.linkType())) {
            return false;
        }
        TaxonomyTerm term = attribute.taxonomyTerm();
        UUID id = term == null ? attribute.taxonomyTermId() : term.id();
        boolean named =
                term != null && term.taxonomy() != null && term.taxonomy().startsWith("kith:");
        return named || (id != null && OUR_TERMS.contains(id));
    }

    /** Whether it was inferred before somebody confirmed it: then it says nothing about the other codes of its list. */
    public static boolean isConfirmed(Attribute attribute) {
        return attribute.metadata().stream()
                .anyMatch(m -> CONFIRM.equals(m.lastActionType()) && "link_type".equals(m.fieldName()));
    }

    /** What a writer means: a document of ours that comes back brings no codes that nobody wrote. */
    static List<Attribute> written(List<Attribute> attributes) {
        return attributes.stream().anyMatch(InferredCodes::isInferred)
                ? attributes.stream().filter(a -> !isInferred(a)).toList()
                : attributes;
    }

    /** The facts without a code that came back confirmed and is so no longer. */
    static Optional<Listing> withoutConfirmed(Listing facts, String taxonomy, String code) {
        List<Attribute> left = facts.attributes().stream()
                .filter(a -> !(isConfirmed(a) && Kith.says(a, taxonomy, code)))
                .toList();
        return left.size() == facts.attributes().size()
                ? Optional.empty()
                : Optional.of(facts.but(l -> l.attributes = left));
    }
}
