package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One code of a taxonomy. */
public record TaxonomyTerm(
        @Nullable UUID id,
        @Nullable String code,
        @Nullable String name,
        @Nullable String description,
        @Nullable UUID parentId,
        @Nullable String taxonomy,
        @Nullable Taxonomy taxonomyDetail,
        @Nullable String language,
        @Nullable UUID taxonomyId,
        @Nullable String termUri,
        List<Metadata> metadata)
        implements Entity {
    public TaxonomyTerm {
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public TaxonomyTerm but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.code = code;
        draft.name = name;
        draft.description = description;
        draft.parentId = parentId;
        draft.taxonomy = taxonomy;
        draft.taxonomyDetail = taxonomyDetail;
        draft.language = language;
        draft.taxonomyId = taxonomyId;
        draft.termUri = termUri;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code TaxonomyTerm.with(d -> d.name = "…")}. */
    public static TaxonomyTerm with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable String code;
        public @Nullable String name;
        public @Nullable String description;
        public @Nullable UUID parentId;
        public @Nullable String taxonomy;
        public @Nullable Taxonomy taxonomyDetail;
        public @Nullable String language;
        public @Nullable UUID taxonomyId;
        public @Nullable String termUri;
        public List<Metadata> metadata = List.of();

        private TaxonomyTerm done() {
            return new TaxonomyTerm(
                    id,
                    code,
                    name,
                    description,
                    parentId,
                    taxonomy,
                    taxonomyDetail,
                    language,
                    taxonomyId,
                    termUri,
                    metadata);
        }
    }
}
