package org.kith.directory.hsds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One opening, as a recurrence rule; {@code timezone} is the hours from UTC, times are local. */
public record Schedule(
        @Nullable UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID locationId,
        @Nullable UUID serviceAtLocationId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate dtstart,
        @Nullable BigDecimal timezone,
        @Nullable LocalDate until,
        @Nullable Integer count,
        @Nullable String wkst,
        @Nullable String freq,
        @Nullable Integer interval,
        @Nullable String byday,
        @Nullable String byweekno,
        @Nullable String bymonthday,
        @Nullable String byyearday,
        @Nullable String description,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String scheduleLink,
        @Nullable String attendingType,
        @Nullable String notes,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Schedule {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Schedule but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.serviceId = serviceId;
        draft.locationId = locationId;
        draft.serviceAtLocationId = serviceAtLocationId;
        draft.validFrom = validFrom;
        draft.validTo = validTo;
        draft.dtstart = dtstart;
        draft.timezone = timezone;
        draft.until = until;
        draft.count = count;
        draft.wkst = wkst;
        draft.freq = freq;
        draft.interval = interval;
        draft.byday = byday;
        draft.byweekno = byweekno;
        draft.bymonthday = bymonthday;
        draft.byyearday = byyearday;
        draft.description = description;
        draft.opensAt = opensAt;
        draft.closesAt = closesAt;
        draft.scheduleLink = scheduleLink;
        draft.attendingType = attendingType;
        draft.notes = notes;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Schedule.with(d -> d.name = "…")}. */
    public static Schedule with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID serviceId;
        public @Nullable UUID locationId;
        public @Nullable UUID serviceAtLocationId;
        public @Nullable LocalDate validFrom;
        public @Nullable LocalDate validTo;
        public @Nullable LocalDate dtstart;
        public @Nullable BigDecimal timezone;
        public @Nullable LocalDate until;
        public @Nullable Integer count;
        public @Nullable String wkst;
        public @Nullable String freq;
        public @Nullable Integer interval;
        public @Nullable String byday;
        public @Nullable String byweekno;
        public @Nullable String bymonthday;
        public @Nullable String byyearday;
        public @Nullable String description;
        public @Nullable String opensAt;
        public @Nullable String closesAt;
        public @Nullable String scheduleLink;
        public @Nullable String attendingType;
        public @Nullable String notes;
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Schedule done() {
            return new Schedule(
                    id,
                    serviceId,
                    locationId,
                    serviceAtLocationId,
                    validFrom,
                    validTo,
                    dtstart,
                    timezone,
                    until,
                    count,
                    wkst,
                    freq,
                    interval,
                    byday,
                    byweekno,
                    bymonthday,
                    byyearday,
                    description,
                    opensAt,
                    closesAt,
                    scheduleLink,
                    attendingType,
                    notes,
                    attributes,
                    metadata);
        }
    }
}
