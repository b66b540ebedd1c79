package org.kith.directory.hsds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A price that applies to some people for some time. */
public record CostOption(
        @Nullable UUID id,
        @Nullable UUID serviceId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String option,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        @Nullable String amountDescription,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public CostOption {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public CostOption but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.serviceId = serviceId;
        draft.validFrom = validFrom;
        draft.validTo = validTo;
        draft.option = option;
        draft.currency = currency;
        draft.amount = amount;
        draft.amountDescription = amountDescription;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code CostOption.with(d -> d.name = "…")}. */
    public static CostOption with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID serviceId;
        public @Nullable LocalDate validFrom;
        public @Nullable LocalDate validTo;
        public @Nullable String option;
        public @Nullable String currency;
        public @Nullable BigDecimal amount;
        public @Nullable String amountDescription;
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private CostOption done() {
            return new CostOption(
                    id,
                    serviceId,
                    validFrom,
                    validTo,
                    option,
                    currency,
                    amount,
                    amountDescription,
                    attributes,
                    metadata);
        }
    }
}
