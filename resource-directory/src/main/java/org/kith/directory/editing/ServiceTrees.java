package org.kith.directory.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Entity;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.listing.Listings;
import org.kith.directory.listing.OrganizationTree;
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

    OrganizationTree ofService(UUID id, Listing given) {
        UUID owner = owner(given);
        editors.requireMayChange(owner);
        if (organizations.findById(owner) == null) {
            throw Problems.invalid("/organization_id", "unknown-reference", "There is no such organization.");
        }
        List<Location> fresh = new ArrayList<>();
        Listing service = placed(given.but(l -> l.id = id), id, owner, fresh);
        return new OrganizationTree(owner, null, fresh, List.of(service), List.of());
    }

    OrganizationTree ofOrganization(UUID id, Organization given) {
        List<Location> fresh = new ArrayList<>(given.locations().stream()
                .map(l -> identified(l, NameBasedId.of(id, "location/" + l.name())))
                .filter(l -> locations.findById(Objects.requireNonNull(l.id())) == null)
                .toList());
        List<Listing> services = new ArrayList<>();
        for (Listing service : given.services()) {
            UUID serviceId = service.id() == null ? NameBasedId.of(id, "service/" + service.name()) : service.id();
            if (listings.findById(serviceId) == null) {
                services.add(placed(service.but(l -> l.id = serviceId), serviceId, id, fresh));
            }
        }
        return new OrganizationTree(
                id,
                given.but(o -> {
                    o.id = id;
                    o.locations = List.of();
                    o.services = List.of();
                }),
                fresh,
                services,
                List.of());
    }

    /** @param fresh collects the locations that come with the service */
    private Listing placed(Listing service, UUID id, UUID owner, List<Location> fresh) {
        List<ServiceAtLocation> places = new ArrayList<>();
        for (int i = 0; i < service.serviceAtLocations().size(); i++) {
            ServiceAtLocation place = service.serviceAtLocations().get(i);
            String pointer = "/service_at_locations/" + i;
            Location nested = place.location();
            if (nested == null) {
                requireMayUse(place.locationId(), pointer + "/location_id");
                places.add(place);
                continue;
            }
            UUID locationId =
                    nested.id() == null ? NameBasedId.of(id, pointer.substring(1) + "/location") : nested.id();
            boolean known = nested.id() != null && locations.findById(locationId) != null;
            if (known) {
                requireMayUse(locationId, pointer + "/location/id");
            } else if (fresh.stream().noneMatch(l -> locationId.equals(l.id()))) {
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

    private static Location identified(Location location, UUID otherwise) {
        return location.id() == null ? location.but(l -> l.id = otherwise) : location;
    }

    /** The id in the path; one in the body has to agree. */
    static void requireSameId(Entity given, UUID id) {
        if (given.id() != null && !id.equals(given.id())) {
            throw Problems.invalid("/id", "mismatch", "It is not the id of the path.");
        }
    }
}
