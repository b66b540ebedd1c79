package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The organization that answers for services. */
public record Organization(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String email,
        @Nullable String website,
        List<Url> additionalWebsites,
        @Nullable String taxStatus,
        @Nullable String taxId,
        @Nullable Integer yearIncorporated,
        @Nullable String legalStatus,
        @Nullable String logo,
        @Nullable String uri,
        @Nullable UUID parentOrganizationId,
        List<Funding> funding,
        List<Contact> contacts,
        List<Phone> phones,
        List<Location> locations,
        List<Listing> services,
        List<Program> programs,
        List<OrganizationIdentifier> organizationIdentifiers,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Organization {
        additionalWebsites = Values.list(additionalWebsites);
        funding = Values.list(funding);
        contacts = Values.list(contacts);
        phones = Values.list(phones);
        locations = Values.list(locations);
        services = Values.list(services);
        programs = Values.list(programs);
        organizationIdentifiers = Values.list(organizationIdentifiers);
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Organization but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.name = name;
        draft.alternateName = alternateName;
        draft.description = description;
        draft.email = email;
        draft.website = website;
        draft.additionalWebsites = additionalWebsites;
        draft.taxStatus = taxStatus;
        draft.taxId = taxId;
        draft.yearIncorporated = yearIncorporated;
        draft.legalStatus = legalStatus;
        draft.logo = logo;
        draft.uri = uri;
        draft.parentOrganizationId = parentOrganizationId;
        draft.funding = funding;
        draft.contacts = contacts;
        draft.phones = phones;
        draft.locations = locations;
        draft.services = services;
        draft.programs = programs;
        draft.organizationIdentifiers = organizationIdentifiers;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Organization.with(d -> d.name = "…")}. */
    public static Organization with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable String name;
        public @Nullable String alternateName;
        public @Nullable String description;
        public @Nullable String email;
        public @Nullable String website;
        public List<Url> additionalWebsites = List.of();
        public @Nullable String taxStatus;
        public @Nullable String taxId;
        public @Nullable Integer yearIncorporated;
        public @Nullable String legalStatus;
        public @Nullable String logo;
        public @Nullable String uri;
        public @Nullable UUID parentOrganizationId;
        public List<Funding> funding = List.of();
        public List<Contact> contacts = List.of();
        public List<Phone> phones = List.of();
        public List<Location> locations = List.of();
        public List<Listing> services = List.of();
        public List<Program> programs = List.of();
        public List<OrganizationIdentifier> organizationIdentifiers = List.of();
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Organization done() {
            return new Organization(
                    id,
                    name,
                    alternateName,
                    description,
                    email,
                    website,
                    additionalWebsites,
                    taxStatus,
                    taxId,
                    yearIncorporated,
                    legalStatus,
                    logo,
                    uri,
                    parentOrganizationId,
                    funding,
                    contacts,
                    phones,
                    locations,
                    services,
                    programs,
                    organizationIdentifiers,
                    attributes,
                    metadata);
        }
    }
}
