package org.kith.directory.hsds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One change of one field: what it was, what it became, who did it. */
// Previous and new value are required and may be empty.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Metadata(
        @Nullable UUID id,
        @Nullable UUID resourceId,
        @Nullable String resourceType,
        @Nullable LocalDate lastActionDate,
        @Nullable String lastActionType,
        @Nullable String fieldName,
        @Nullable String previousValue,
        @Nullable String replacementValue,
        @Nullable String updatedBy)
        implements Entity {
    /** The same with some fields changed. */
    public Metadata but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.resourceId = resourceId;
        draft.resourceType = resourceType;
        draft.lastActionDate = lastActionDate;
        draft.lastActionType = lastActionType;
        draft.fieldName = fieldName;
        draft.previousValue = previousValue;
        draft.replacementValue = replacementValue;
        draft.updatedBy = updatedBy;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Metadata.with(d -> d.name = "…")}. */
    public static Metadata with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID resourceId;
        public @Nullable String resourceType;
        public @Nullable LocalDate lastActionDate;
        public @Nullable String lastActionType;
        public @Nullable String fieldName;
        public @Nullable String previousValue;
        public @Nullable String replacementValue;
        public @Nullable String updatedBy;

        private Metadata done() {
            return new Metadata(
                    id,
                    resourceId,
                    resourceType,
                    lastActionDate,
                    lastActionType,
                    fieldName,
                    previousValue,
                    replacementValue,
                    updatedBy);
        }
    }
}
