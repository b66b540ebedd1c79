package org.kith.directory.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.organization.Organizations;
import org.kith.directory.organization.StoredOrganization;

/** The rows that some trees speak of, as they are stored, by id; what is written is added. */
record KnownRows(
        Map<UUID, StoredOrganization> organizations,
        Map<UUID, StoredLocation> locations,
        Map<UUID, StoredListing> services,
        Map<UUID, StoredServiceAtLocation> places,
        Map<UUID, List<StoredServiceAtLocation>> placesByService) {

    static KnownRows of(
            List<CheckedTree> trees,
            Organizations organizations,
            Locations locations,
            Listings listings,
            ServicesAtLocations places) {
        Set<UUID> owners = new HashSet<>();
        Set<UUID> sites = new HashSet<>();
        Set<UUID> services = new HashSet<>();
        Set<UUID> given = new HashSet<>();
        for (CheckedTree tree : trees) {
            owners.add(tree.organizationId());
            sites.addAll(tree.locationIds());
            services.addAll(tree.serviceIds());
            tree.services().forEach(s -> s.places().forEach(p -> given.add(p.id())));
        }
        KnownRows rows =
                new KnownRows(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        organizations.withIds(owners).forEach(o -> rows.organizations().put(o.id(), o));
        locations.withIds(sites).forEach(l -> rows.locations().put(l.id(), l));
        listings.withIds(services).forEach(s -> rows.services().put(s.id(), s));
        places.ofServices(services).forEach(rows::add);
        given.removeAll(rows.places().keySet());
        places.withIds(given).forEach(rows::add);
        return rows;
    }

    private void add(StoredServiceAtLocation place) {
        places.put(place.id(), place);
        placesByService
                .computeIfAbsent(place.serviceId(), s -> new ArrayList<>())
                .add(place);
    }

    /** Those that were loaded for these services, and still are theirs. */
    List<StoredServiceAtLocation> placesOf(Collection<UUID> of) {
        List<StoredServiceAtLocation> found = new ArrayList<>();
        for (UUID service : of) {
            for (StoredServiceAtLocation place : placesByService.getOrDefault(service, List.of())) {
                if (place.serviceId().equals(service) && places.containsKey(place.id())) {
                    found.add(place);
                }
            }
        }
        return found;
    }
}
