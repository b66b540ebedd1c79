package org.kith.directory.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.lookup.ForeignId;

/**
 * What is written together or not at all: an organization, some of its locations and services.
 *
 * <p>Each entity given replaces the stored one as a whole; the places of a service given are replaced by those in its
 * {@code service_at_locations} (each with its {@code location_id}, or with the location in it). Entities that are not
 * given stay as they are. All entities have ids.
 *
 * @param organization absent when only something that belongs to it is written
 * @param foreignIds under which the origin knows these entities
 */
public record OrganizationTree(
        UUID organizationId,
        @Nullable Organization organization,
        List<Location> locations,
        List<Listing> services,
        List<ForeignId> foreignIds) {
    public OrganizationTree {
        locations = List.copyOf(locations);
        services = List.copyOf(services);
        foreignIds = List.copyOf(foreignIds);
    }

    public static OrganizationTree of(UUID organizationId) {
        return new OrganizationTree(organizationId, null, List.of(), List.of(), List.of());
    }

    /** From a nested HSDS document: with the locations and services inside it, and the locations inside those. */
    public static OrganizationTree of(UUID organizationId, Organization nested) {
        List<Location> locations = new ArrayList<>(nested.locations());
        for (Listing service : nested.services()) {
            service.serviceAtLocations().stream()
                    .map(ServiceAtLocation::location)
                    .filter(l -> l != null && locations.stream().noneMatch(known -> Objects.equals(known.id(), l.id())))
                    .forEach(locations::add);
        }
        return new OrganizationTree(organizationId, nested, locations, nested.services(), List.of());
    }

    public OrganizationTree with(Listing service) {
        return new OrganizationTree(organizationId, organization, locations, plus(services, service), foreignIds);
    }

    public OrganizationTree with(Location location) {
        return new OrganizationTree(organizationId, organization, plus(locations, location), services, foreignIds);
    }

    public OrganizationTree with(ForeignId foreignId) {
        return new OrganizationTree(organizationId, organization, locations, services, plus(foreignIds, foreignId));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> result = new ArrayList<>(list);
        result.add(element);
        return result;
    }
}
