package org.kith.directory.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.hsds.TaxonomyTerm;
import org.kith.directory.lookup.ForeignId;

/** An {@link OrganizationTree} taken apart into rows, each complete and without flaws. */
public record CheckedTree(
        UUID organizationId,
        @Nullable Organization organization,
        List<Location> locations,
        List<Given> services,
        List<TaxonomyTerm> terms,
        List<ForeignId> foreignIds) {
    public record Given(UUID id, Listing facts, List<Place> places) {}

    /** @param pointer where it stands in the service */
    public record Place(UUID id, UUID serviceId, UUID locationId, ServiceAtLocation facts, String pointer) {}

    /** @throws RefusedEntity for the first entity that cannot be stored */
    public static CheckedTree of(OrganizationTree tree) {
        List<TaxonomyTerm> terms = new ArrayList<>();
        Organization organization = tree.organization();
        if (organization != null) {
            organization = sound(
                    Intake.of(
                            organization.but(o -> {
                                o.locations = List.of();
                                o.services = List.of();
                            }),
                            Organization.class,
                            "organization",
                            tree.organizationId()),
                    "organization",
                    tree.organizationId(),
                    terms);
        }
        List<Location> locations = new ArrayList<>();
        for (Location location : tree.locations()) {
            UUID id = Objects.requireNonNull(location.id(), "a location needs an id");
            locations.add(sound(Intake.of(location, Location.class, "location", id), "location", id, terms));
        }
        List<Given> services = new ArrayList<>();
        for (Listing listing : tree.services()) {
            services.add(service(tree.organizationId(), listing, terms));
        }
        return new CheckedTree(tree.organizationId(), organization, locations, services, terms, tree.foreignIds());
    }

    private static Given service(UUID organization, Listing listing, List<TaxonomyTerm> terms) {
        UUID id = Objects.requireNonNull(listing.id(), "a service needs an id");
        Listing facts = sound(
                Intake.of(
                        listing.but(l -> {
                            l.organizationId = organization;
                            l.organization = null;
                            l.programId = l.program == null ? l.programId : l.program.id();
                            l.program = null;
                            l.serviceAtLocations = List.of();
                            l.lastModified = null;
                            l.attributes = InferredCodes.written(l.attributes);
                        }),
                        Listing.class,
                        "service",
                        id),
                "service",
                id,
                terms);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < listing.serviceAtLocations().size(); i++) {
            places.add(place(id, listing.serviceAtLocations().get(i), "/service_at_locations/" + i, terms));
        }
        return new Given(id, facts, places);
    }

    private static Place place(UUID service, ServiceAtLocation given, String pointer, List<TaxonomyTerm> terms) {
        UUID location =
                given.location() == null ? given.locationId() : given.location().id();
        if (location == null) {
            throw new RefusedEntity(
                    "service", service, List.of(new Flaw(pointer + "/location_id", "required", "Where it is given.")));
        }
        UUID id = given.id() == null ? NameBasedId.of(service, "location/" + location) : given.id();
        Intake<ServiceAtLocation> intake = Intake.of(
                given.but(s -> {
                    s.serviceId = null;
                    s.locationId = null;
                    s.service = null;
                    s.location = null;
                }),
                ServiceAtLocation.class,
                "service_at_location",
                id);
        if (!intake.flaws().isEmpty()) {
            throw new RefusedEntity(
                    "service",
                    service,
                    intake.flaws().stream()
                            .map(f -> new Flaw(pointer + f.pointer(), f.code(), f.detail(), f.nearest()))
                            .toList());
        }
        terms.addAll(intake.terms());
        return new Place(id, service, location, intake.entity(), pointer);
    }

    private static <T extends org.kith.directory.hsds.Entity> T sound(
            Intake<T> intake, String entity, UUID id, List<TaxonomyTerm> terms) {
        if (!intake.flaws().isEmpty()) {
            throw new RefusedEntity(entity, id, intake.flaws());
        }
        terms.addAll(intake.terms());
        return intake.entity();
    }

    public Set<UUID> serviceIds() {
        return services.stream().map(Given::id).collect(Collectors.toSet());
    }

    /** The locations given, and those where its services are given. */
    public Set<UUID> locationIds() {
        Set<UUID> ids = new HashSet<>();
        locations.forEach(l -> ids.add(Objects.requireNonNull(l.id())));
        services.forEach(s -> s.places().forEach(p -> ids.add(p.locationId())));
        return ids;
    }
}
