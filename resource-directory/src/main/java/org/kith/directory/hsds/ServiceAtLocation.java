package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service given at a location, with what differs there. */
public record ServiceAtLocation(
        @Nullable UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID locationId,
        @Nullable String description,
        List<ServiceArea> serviceAreas,
        List<Contact> contacts,
        List<Phone> phones,
        List<Schedule> schedules,
        @Nullable Location location,
        @Nullable Listing service,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public ServiceAtLocation {
        serviceAreas = Values.list(serviceAreas);
        contacts = Values.list(contacts);
        phones = Values.list(phones);
        schedules = Values.list(schedules);
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public ServiceAtLocation but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.serviceId = serviceId;
        draft.locationId = locationId;
        draft.description = description;
        draft.serviceAreas = serviceAreas;
        draft.contacts = contacts;
        draft.phones = phones;
        draft.schedules = schedules;
        draft.location = location;
        draft.service = service;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code ServiceAtLocation.with(d -> d.name = "…")}. */
    public static ServiceAtLocation with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID serviceId;
        public @Nullable UUID locationId;
        public @Nullable String description;
        public List<ServiceArea> serviceAreas = List.of();
        public List<Contact> contacts = List.of();
        public List<Phone> phones = List.of();
        public List<Schedule> schedules = List.of();
        public @Nullable Location location;
        public @Nullable Listing service;
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private ServiceAtLocation done() {
            return new ServiceAtLocation(
                    id,
                    serviceId,
                    locationId,
                    description,
                    serviceAreas,
                    contacts,
                    phones,
                    schedules,
                    location,
                    service,
                    attributes,
                    metadata);
        }
    }
}
