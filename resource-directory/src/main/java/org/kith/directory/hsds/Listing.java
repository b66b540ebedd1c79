package org.kith.directory.hsds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What HSDS calls a service. Named Listing here because a service is also something that we deploy. */
public record Listing(
        @Nullable UUID id,
        @Nullable UUID organizationId,
        @Nullable UUID programId,
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String url,
        List<Url> additionalUrls,
        @Nullable String email,
        @Nullable String status,
        @Nullable String interpretationServices,
        @Nullable String applicationProcess,
        @Nullable String feesDescription,
        @Nullable String waitTime,
        @Nullable String fees,
        @Nullable String accreditations,
        @Nullable String eligibilityDescription,
        @Nullable BigDecimal minimumAge,
        @Nullable BigDecimal maximumAge,
        @Nullable LocalDate assuredDate,
        @Nullable String assurerEmail,
        @Nullable String licenses,
        @Nullable String alert,
        @Nullable Instant lastModified,
        List<Phone> phones,
        List<Schedule> schedules,
        List<ServiceArea> serviceAreas,
        List<ServiceAtLocation> serviceAtLocations,
        List<Language> languages,
        @Nullable Organization organization,
        List<Funding> funding,
        List<CostOption> costOptions,
        @Nullable Program program,
        List<RequiredDocument> requiredDocuments,
        List<Contact> contacts,
        List<ServiceCapacity> capacities,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Listing {
        additionalUrls = Values.list(additionalUrls);
        phones = Values.list(phones);
        schedules = Values.list(schedules);
        serviceAreas = Values.list(serviceAreas);
        serviceAtLocations = Values.list(serviceAtLocations);
        languages = Values.list(languages);
        funding = Values.list(funding);
        costOptions = Values.list(costOptions);
        requiredDocuments = Values.list(requiredDocuments);
        contacts = Values.list(contacts);
        capacities = Values.list(capacities);
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Listing but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.organizationId = organizationId;
        draft.programId = programId;
        draft.name = name;
        draft.alternateName = alternateName;
        draft.description = description;
        draft.url = url;
        draft.additionalUrls = additionalUrls;
        draft.email = email;
        draft.status = status;
        draft.interpretationServices = interpretationServices;
        draft.applicationProcess = applicationProcess;
        draft.feesDescription = feesDescription;
        draft.waitTime = waitTime;
        draft.fees = fees;
        draft.accreditations = accreditations;
        draft.eligibilityDescription = eligibilityDescription;
        draft.minimumAge = minimumAge;
        draft.maximumAge = maximumAge;
        draft.assuredDate = assuredDate;
        draft.assurerEmail = assurerEmail;
        draft.licenses = licenses;
        draft.alert = alert;
        draft.lastModified = lastModified;
        draft.phones = phones;
        draft.schedules = schedules;
        draft.serviceAreas = serviceAreas;
        draft.serviceAtLocations = serviceAtLocations;
        draft.languages = languages;
        draft.organization = organization;
        draft.funding = funding;
        draft.costOptions = costOptions;
        draft.program = program;
        draft.requiredDocuments = requiredDocuments;
        draft.contacts = contacts;
        draft.capacities = capacities;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Listing.with(d -> d.name = "…")}. */
    public static Listing with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID organizationId;
        public @Nullable UUID programId;
        public @Nullable String name;
        public @Nullable String alternateName;
        public @Nullable String description;
        public @Nullable String url;
        public List<Url> additionalUrls = List.of();
        public @Nullable String email;
        public @Nullable String status;
        public @Nullable String interpretationServices;
        public @Nullable String applicationProcess;
        public @Nullable String feesDescription;
        public @Nullable String waitTime;
        public @Nullable String fees;
        public @Nullable String accreditations;
        public @Nullable String eligibilityDescription;
        public @Nullable BigDecimal minimumAge;
        public @Nullable BigDecimal maximumAge;
        public @Nullable LocalDate assuredDate;
        public @Nullable String assurerEmail;
        public @Nullable String licenses;
        public @Nullable String alert;
        public @Nullable Instant lastModified;
        public List<Phone> phones = List.of();
        public List<Schedule> schedules = List.of();
        public List<ServiceArea> serviceAreas = List.of();
        public List<ServiceAtLocation> serviceAtLocations = List.of();
        public List<Language> languages = List.of();
        public @Nullable Organization organization;
        public List<Funding> funding = List.of();
        public List<CostOption> costOptions = List.of();
        public @Nullable Program program;
        public List<RequiredDocument> requiredDocuments = List.of();
        public List<Contact> contacts = List.of();
        public List<ServiceCapacity> capacities = List.of();
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Listing done() {
            return new Listing(
                    id,
                    organizationId,
                    programId,
                    name,
                    alternateName,
                    description,
                    url,
                    additionalUrls,
                    email,
                    status,
                    interpretationServices,
                    applicationProcess,
                    feesDescription,
                    waitTime,
                    fees,
                    accreditations,
                    eligibilityDescription,
                    minimumAge,
                    maximumAge,
                    assuredDate,
                    assurerEmail,
                    licenses,
                    alert,
                    lastModified,
                    phones,
                    schedules,
                    serviceAreas,
                    serviceAtLocations,
                    languages,
                    organization,
                    funding,
                    costOptions,
                    program,
                    requiredDocuments,
                    contacts,
                    capacities,
                    attributes,
                    metadata);
        }
    }
}
