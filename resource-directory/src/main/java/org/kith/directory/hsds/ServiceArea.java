package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An area that a service covers. */
public record ServiceArea(
        @Nullable UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID serviceAtLocationId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String extent,
        @Nullable String extentType,
        @Nullable String uri,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public ServiceArea {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public ServiceArea but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.serviceId = serviceId;
        draft.serviceAtLocationId = serviceAtLocationId;
        draft.name = name;
        draft.description = description;
        draft.extent = extent;
        draft.extentType = extentType;
        draft.uri = uri;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code ServiceArea.with(d -> d.name = "…")}. */
    public static ServiceArea with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID serviceId;
        public @Nullable UUID serviceAtLocationId;
        public @Nullable String name;
        public @Nullable String description;
        public @Nullable String extent;
        public @Nullable String extentType;
        public @Nullable String uri;
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private ServiceArea done() {
            return new ServiceArea(
                    id,
                    serviceId,
                    serviceAtLocationId,
                    name,
                    description,
                    extent,
                    extentType,
                    uri,
                    attributes,
                    metadata);
        }
    }
}
