package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A language offered, as BCP 47 code or as a name. */
public record Language(
        @Nullable UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID locationId,
        @Nullable UUID phoneId,
        @Nullable String name,
        @Nullable String code,
        @Nullable String note,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Language {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Language but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.serviceId = serviceId;
        draft.locationId = locationId;
        draft.phoneId = phoneId;
        draft.name = name;
        draft.code = code;
        draft.note = note;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Language.with(d -> d.name = "…")}. */
    public static Language with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID serviceId;
        public @Nullable UUID locationId;
        public @Nullable UUID phoneId;
        public @Nullable String name;
        public @Nullable String code;
        public @Nullable String note;
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Language done() {
            return new Language(id, serviceId, locationId, phoneId, name, code, note, attributes, metadata);
        }
    }
}
