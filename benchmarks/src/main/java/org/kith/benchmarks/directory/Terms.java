package org.kith.benchmarks.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.TaxonomyTerm;

/** Collects the codes of one entity, complete as the directory itself would make them. */
final class Terms {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final Map<String, TaxonomyTerm> MADE = new ConcurrentHashMap<>();

    private final UUID owner;
    private final String entity;
    private final List<Attribute> attributes = new ArrayList<>();

    Terms(UUID owner, String entity) {
        this.owner = owner;
        this.entity = entity;
    }

    Terms add(String list, String code) {
        return add(list, code, null);
    }

    /** Once: a second time is left out. */
    Terms add(String list, String code, @Nullable String value) {
        TaxonomyTerm term = MADE.computeIfAbsent(list + ":" + code, key -> term(list, code));
        UUID id = NameBasedId.of(owner, "attribute:" + term.id() + ":" + Objects.requireNonNullElse(value, ""));
        if (attributes.stream().noneMatch(a -> id.equals(a.id()))) {
            attributes.add(Attribute.with(a -> {
                a.id = id;
                a.linkId = owner;
                a.linkEntity = entity;
                a.value = value;
                a.taxonomyTerm = term;
            }));
        }
        return this;
    }

    List<Attribute> list() {
        return attributes;
    }

    private static TaxonomyTerm term(String list, String code) {
        if (!VOCABULARY.has(list, code)) {
            throw new IllegalArgumentException("no such code: " + list + " " + code);
        }
        return TaxonomyTerm.with(t -> {
            t.id = VOCABULARY.termId(list, code);
            t.code = code;
            t.name = VOCABULARY.label(list, code);
            t.description = t.name;
            t.taxonomy = VOCABULARY.taxonomy(list);
            t.taxonomyId = VOCABULARY.taxonomyId(list);
        });
    }
}
