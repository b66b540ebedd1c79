package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A named person or role to get in touch with. */
public record Contact(
        @Nullable UUID id,
        @Nullable UUID organizationId,
        @Nullable UUID serviceId,
        @Nullable UUID serviceAtLocationId,
        @Nullable UUID locationId,
        @Nullable String name,
        @Nullable String title,
        @Nullable String department,
        @Nullable String email,
        List<Phone> phones,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Contact {
        phones = Values.list(phones);
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Contact but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.organizationId = organizationId;
        draft.serviceId = serviceId;
        draft.serviceAtLocationId = serviceAtLocationId;
        draft.locationId = locationId;
        draft.name = name;
        draft.title = title;
        draft.department = department;
        draft.email = email;
        draft.phones = phones;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Contact.with(d -> d.name = "…")}. */
    public static Contact with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID organizationId;
        public @Nullable UUID serviceId;
        public @Nullable UUID serviceAtLocationId;
        public @Nullable UUID locationId;
        public @Nullable String name;
        public @Nullable String title;
        public @Nullable String department;
        public @Nullable String email;
        public List<Phone> phones = List.of();
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Contact done() {
            return new Contact(
                    id,
                    organizationId,
                    serviceId,
                    serviceAtLocationId,
                    locationId,
                    name,
                    title,
                    department,
                    email,
                    phones,
                    attributes,
                    metadata);
        }
    }
}
