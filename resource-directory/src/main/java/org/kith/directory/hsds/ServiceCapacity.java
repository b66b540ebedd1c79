package org.kith.directory.hsds;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How many places are free, and when that was said. */
public record ServiceCapacity(
        @Nullable UUID id,
        @Nullable UUID serviceId,
        @Nullable Unit unit,
        @Nullable UUID unitId,
        @Nullable BigDecimal available,
        @Nullable BigDecimal maximum,
        @Nullable String description,
        @Nullable Instant updated,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public ServiceCapacity {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public ServiceCapacity but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.serviceId = serviceId;
        draft.unit = unit;
        draft.unitId = unitId;
        draft.available = available;
        draft.maximum = maximum;
        draft.description = description;
        draft.updated = updated;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code ServiceCapacity.with(d -> d.name = "…")}. */
    public static ServiceCapacity with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID serviceId;
        public @Nullable Unit unit;
        public @Nullable UUID unitId;
        public @Nullable BigDecimal available;
        public @Nullable BigDecimal maximum;
        public @Nullable String description;
        public @Nullable Instant updated;
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private ServiceCapacity done() {
            return new ServiceCapacity(
                    id, serviceId, unit, unitId, available, maximum, description, updated, attributes, metadata);
        }
    }
}
