package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A place where services are given; {@code location_type} is physical, postal or virtual. */
public record Location(
        @Nullable UUID id,
        @Nullable String locationType,
        @Nullable String url,
        @Nullable UUID organizationId,
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String transportation,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String externalIdentifier,
        @Nullable String externalIdentifierType,
        List<Language> languages,
        List<Address> addresses,
        List<Contact> contacts,
        List<Accessibility> accessibility,
        List<Phone> phones,
        List<Schedule> schedules,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Location {
        languages = Values.list(languages);
        addresses = Values.list(addresses);
        contacts = Values.list(contacts);
        accessibility = Values.list(accessibility);
        phones = Values.list(phones);
        schedules = Values.list(schedules);
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Location but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.locationType = locationType;
        draft.url = url;
        draft.organizationId = organizationId;
        draft.name = name;
        draft.alternateName = alternateName;
        draft.description = description;
        draft.transportation = transportation;
        draft.latitude = latitude;
        draft.longitude = longitude;
        draft.externalIdentifier = externalIdentifier;
        draft.externalIdentifierType = externalIdentifierType;
        draft.languages = languages;
        draft.addresses = addresses;
        draft.contacts = contacts;
        draft.accessibility = accessibility;
        draft.phones = phones;
        draft.schedules = schedules;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Location.with(d -> d.name = "…")}. */
    public static Location with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable String locationType;
        public @Nullable String url;
        public @Nullable UUID organizationId;
        public @Nullable String name;
        public @Nullable String alternateName;
        public @Nullable String description;
        public @Nullable String transportation;
        public @Nullable Double latitude;
        public @Nullable Double longitude;
        public @Nullable String externalIdentifier;
        public @Nullable String externalIdentifierType;
        public List<Language> languages = List.of();
        public List<Address> addresses = List.of();
        public List<Contact> contacts = List.of();
        public List<Accessibility> accessibility = List.of();
        public List<Phone> phones = List.of();
        public List<Schedule> schedules = List.of();
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Location done() {
            return new Location(
                    id,
                    locationType,
                    url,
                    organizationId,
                    name,
                    alternateName,
                    description,
                    transportation,
                    latitude,
                    longitude,
                    externalIdentifier,
                    externalIdentifierType,
                    languages,
                    addresses,
                    contacts,
                    accessibility,
                    phones,
                    schedules,
                    attributes,
                    metadata);
        }
    }
}
