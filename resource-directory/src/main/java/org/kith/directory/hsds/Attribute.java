package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A term of a taxonomy attached to an entity, with a value where the term takes one. */
public record Attribute(
        @Nullable UUID id,
        @Nullable UUID linkId,
        @Nullable UUID taxonomyTermId,
        @Nullable String linkType,
        @Nullable String linkEntity,
        @Nullable String value,
        @Nullable TaxonomyTerm taxonomyTerm,
        List<Metadata> metadata,
        @Nullable String label)
        implements Entity {
    public Attribute {
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Attribute but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.linkId = linkId;
        draft.taxonomyTermId = taxonomyTermId;
        draft.linkType = linkType;
        draft.linkEntity = linkEntity;
        draft.value = value;
        draft.taxonomyTerm = taxonomyTerm;
        draft.metadata = metadata;
        draft.label = label;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Attribute.with(d -> d.name = "…")}. */
    public static Attribute with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID linkId;
        public @Nullable UUID taxonomyTermId;
        public @Nullable String linkType;
        public @Nullable String linkEntity;
        public @Nullable String value;
        public @Nullable TaxonomyTerm taxonomyTerm;
        public List<Metadata> metadata = List.of();
        public @Nullable String label;

        private Attribute done() {
            return new Attribute(
                    id, linkId, taxonomyTermId, linkType, linkEntity, value, taxonomyTerm, metadata, label);
        }
    }
}
