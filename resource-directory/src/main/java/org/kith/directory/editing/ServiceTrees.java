package org.kith.directory.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Flaw;
import org.kith.directory.listing.Listings;
import org.kith.directory.listing.OrganizationTree;
import org.kith.directory.listing.RefusedEntity;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.organization.Organizations;
import org.kith.directory.platform.Editors;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/**
 * What an editor's document means as something to store.
 *
 * <p>An answer of ours can be sent back as it is: an entity nested in it that exists already is linked and not changed
 * (it has its own address to change it at); one that does not exist is stored with it.
 */
@ApplicationScoped
class ServiceTrees {
    private final Organizations organizations;
    private final Locations locations;
    private final Listings listings;
    private final Editors editors;

    ServiceTrees(Organizations organizations, Locations locations, Listings listings, Editors editors) {
        this.organizations = organizations;
        this.locations = locations;
        this.listings = listings;
        this.editors = editors;
    }

    /**
     * Something to store.
     *
     * @param pointers where in the document the entities stand that come with it
     */
    record Plan(OrganizationTree tree, Map<UUID, String> pointers) {
        /** Stores it; what is refused is named by where the writer put it. */
        void store(Directory directory, Runnable guard) {
            try {
                directory.store(tree, guard);
            } catch (RefusedEntity e) {
                String at = pointers.getOrDefault(e.id(), "");
                throw new RefusedEntity(
                        e.entity(),
                        e.id(),
                        e.flaws().stream()
                                .map(f -> new Flaw(at + f.pointer(), f.code(), f.detail(), f.nearest()))
                                .toList());
            }
        }
    }

    Plan ofService(UUID id, Listing given) {
        UUID owner = owner(given);
        editors.requireMayChange(owner);
        if (organizations.findById(owner) == null) {
            throw Problems.invalid("/organization_id", "unknown-reference", "There is no such organization.");
        }
        List<Location> fresh = new ArrayList<>();
        Map<UUID, String> pointers = new HashMap<>();
        Listing service = placed(given.but(l -> l.id = id), id, owner, "", fresh, pointers);
        return new Plan(new OrganizationTree(owner, null, fresh, List.of(service), List.of()), pointers);
    }

    Plan ofOrganization(UUID id, Organization given) {
        List<Location> fresh = new ArrayList<>();
        Map<UUID, String> pointers = new HashMap<>();
        for (int i = 0; i < given.locations().size(); i++) {
            Location location = identified(given.locations().get(i), id);
            if (locations.findById(location.id()) == null) {
                fresh.add(location);
                pointers.put(Objects.requireNonNull(location.id()), "/locations/" + i);
            }
        }
        List<Listing> services = new ArrayList<>();
        for (int i = 0; i < given.services().size(); i++) {
            Listing service = given.services().get(i);
            UUID serviceId = service.id() == null ? NameBasedId.of(id, "service/" + service.name()) : service.id();
            if (listings.findById(serviceId) == null) {
                pointers.put(serviceId, "/services/" + i);
                services.add(
                        placed(service.but(l -> l.id = serviceId), serviceId, id, "/services/" + i, fresh, pointers));
            }
        }
        OrganizationTree tree = new OrganizationTree(
                id,
                given.but(o -> {
                    o.id = id;
                    o.locations = List.of();
                    o.services = List.of();
                }),
                fresh,
                services,
                List.of());
        return new Plan(tree, pointers);
    }

    /**
     * The service with its places linked.
     *
     * @param at where it stands in the document
     * @param fresh collects the locations that come with the service
     * @param pointers where those stand
     */
    private Listing placed(
            Listing service, UUID id, UUID owner, String at, List<Location> fresh, Map<UUID, String> pointers) {
        List<ServiceAtLocation> places = new ArrayList<>();
        for (int i = 0; i < service.serviceAtLocations().size(); i++) {
            ServiceAtLocation place = service.serviceAtLocations().get(i);
            String path = "/service_at_locations/" + i;
            String pointer = at + path;
            Location nested = place.location();
            if (nested == null) {
                requireMayUse(place.locationId(), pointer + "/location_id");
                places.add(place);
                continue;
            }
            UUID locationId = nested.id() == null ? NameBasedId.of(id, path.substring(1) + "/location") : nested.id();
            boolean known = nested.id() != null && locations.findById(locationId) != null;
            if (known) {
                requireMayUse(locationId, pointer + "/location/id");
            } else if (fresh.stream().noneMatch(l -> locationId.equals(l.id()))) {
                pointers.put(locationId, pointer + "/location");
                fresh.add(nested.but(l -> {
                    l.id = locationId;
                    l.organizationId = owner;
                }));
            }
            places.add(place.but(p -> {
                p.location = null;
                p.locationId = locationId;
            }));
        }
        return service.but(l -> l.serviceAtLocations = places);
    }

    /** A confidential service hides the place where it is given: nobody does that to the place of another. */
    private void requireMayUse(@Nullable UUID location, String pointer) {
        StoredLocation stored = location == null ? null : locations.findById(location);
        UUID owner = stored == null ? null : stored.organizationId();
        if (owner != null && !editors.mayChange(owner)) {
            throw Problems.invalid(
                    List.of(new FieldError(pointer, "foreign-reference", "It belongs to another organization.")));
        }
    }

    private UUID owner(Listing given) {
        Organization organization = given.organization();
        UUID owner =
                given.organizationId() == null && organization != null ? organization.id() : given.organizationId();
        if (owner != null) {
            return owner;
        }
        return editors.own()
                .orElseThrow(() -> Problems.invalid("/organization_id", "required", "Whose service it is."));
    }

    private static Location identified(Location location, UUID owner) {
        return location.id() == null
                ? location.but(l -> l.id = NameBasedId.of(owner, "location/" + location.name()))
                : location;
    }
}
