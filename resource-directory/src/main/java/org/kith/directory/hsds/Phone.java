package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A telephone number; its extension is a number in HSDS 3. */
public record Phone(
        @Nullable UUID id,
        @Nullable UUID locationId,
        @Nullable UUID serviceId,
        @Nullable UUID organizationId,
        @Nullable UUID contactId,
        @Nullable UUID serviceAtLocationId,
        @Nullable String number,
        @Nullable Long extension,
        @Nullable String type,
        @Nullable String description,
        List<Language> languages,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Phone {
        languages = Values.list(languages);
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Phone but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.locationId = locationId;
        draft.serviceId = serviceId;
        draft.organizationId = organizationId;
        draft.contactId = contactId;
        draft.serviceAtLocationId = serviceAtLocationId;
        draft.number = number;
        draft.extension = extension;
        draft.type = type;
        draft.description = description;
        draft.languages = languages;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Phone.with(d -> d.name = "…")}. */
    public static Phone with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID locationId;
        public @Nullable UUID serviceId;
        public @Nullable UUID organizationId;
        public @Nullable UUID contactId;
        public @Nullable UUID serviceAtLocationId;
        public @Nullable String number;
        public @Nullable Long extension;
        public @Nullable String type;
        public @Nullable String description;
        public List<Language> languages = List.of();
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Phone done() {
            return new Phone(
                    id,
                    locationId,
                    serviceId,
                    organizationId,
                    contactId,
                    serviceAtLocationId,
                    number,
                    extension,
                    type,
                    description,
                    languages,
                    attributes,
                    metadata);
        }
    }
}
