package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.lookup.ForeignIds;
import org.kith.directory.organization.Organizations;
import org.kith.directory.organization.StoredOrganization;
import org.kith.directory.taxonomy.TaxonomyTerms;

/** Writes the rows of an {@link OrganizationTree}: loads what is there in a few queries, replaces what differs. */
@ApplicationScoped
class TreeWriter {
    private final Organizations organizations;
    private final Locations locations;
    private final Listings listings;
    private final ServicesAtLocations places;
    private final TaxonomyTerms terms;
    private final ForeignIds foreignIds;

    TreeWriter(
            Organizations organizations,
            Locations locations,
            Listings listings,
            ServicesAtLocations places,
            TaxonomyTerms terms,
            ForeignIds foreignIds) {
        this.organizations = organizations;
        this.locations = locations;
        this.listings = listings;
        this.places = places;
        this.terms = terms;
        this.foreignIds = foreignIds;
    }

    /**
     * What became of the rows.
     *
     * @param organizations whose own document may look different
     */
    record Written(Stored stored, Set<UUID> organizations, Set<UUID> locations, Set<UUID> services) {
        static Written together(List<Written> many) {
            Written all = new Written(new Stored(List.of()), new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (Written one : many) {
                all.organizations().addAll(one.organizations());
                all.locations().addAll(one.locations());
                all.services().addAll(one.services());
            }
            return all;
        }
    }

    /** Whose locks are needed: the organizations, and those that share their places or gave up a service to them. */
    Set<UUID> organizationsTouchedBy(List<CheckedTree> trees) {
        Set<UUID> owners = new HashSet<>();
        Set<UUID> sites = new HashSet<>();
        Set<UUID> services = new HashSet<>();
        for (CheckedTree tree : trees) {
            owners.add(tree.organizationId());
            sites.addAll(tree.locationIds());
            services.addAll(tree.serviceIds());
        }
        locations.withIds(sites).stream()
                .map(StoredLocation::organizationId)
                .filter(Objects::nonNull)
                .forEach(owners::add);
        services.addAll(listings.idsAt(sites));
        listings.withIds(services).forEach(l -> owners.add(l.organizationId()));
        // Read again under the locks.
        listings.getEntityManager().clear();
        return owners;
    }

    Written write(CheckedTree tree, Instant now) {
        terms.remember(tree.terms());
        foreignIds.remember(tree.foreignIds());
        List<Stored.Entry> entries = new ArrayList<>();
        Set<UUID> changedOrganizations = new HashSet<>();
        Stored.Outcome outcome = writeOrganization(tree, now);
        if (tree.organization() != null) {
            entries.add(new Stored.Entry("organization", tree.organizationId(), outcome));
        }
        if (outcome != Stored.Outcome.UNCHANGED) {
            changedOrganizations.add(tree.organizationId());
        }
        Set<UUID> changedLocations = writeLocations(tree, now, entries, changedOrganizations);
        // Services at locations refer to locations, which Hibernate does not know.
        listings.flush();
        Set<UUID> changedServices = writeServices(tree, entries);
        listings.flush();
        if (!changedServices.isEmpty() || !changedLocations.isEmpty() || !changedOrganizations.isEmpty()) {
            List<UUID> hiddenOrShown =
                    locations.refreshConfidentiality(tree.locationIds(), List.of(tree.organizationId()));
            changedLocations.addAll(hiddenOrShown);
            owners(hiddenOrShown).forEach(changedOrganizations::add);
        }
        return new Written(new Stored(entries), changedOrganizations, changedLocations, changedServices);
    }

    private Stored.Outcome writeOrganization(CheckedTree tree, Instant now) {
        StoredOrganization stored = organizations.findById(tree.organizationId());
        Organization facts = tree.organization();
        if (stored == null && facts == null) {
            throw new RefusedEntity(
                    tree.services().isEmpty() ? "location" : "service",
                    tree.organizationId(),
                    List.of(new Flaw("/organization_id", "unknown-reference", "There is no such organization.")));
        }
        if (stored == null) {
            organizations.persist(new StoredOrganization(tree.organizationId(), Objects.requireNonNull(facts), now));
            return Stored.Outcome.CREATED;
        }
        return facts != null && stored.replace(facts, now) ? Stored.Outcome.UPDATED : Stored.Outcome.UNCHANGED;
    }

    private Set<UUID> writeLocations(
            CheckedTree tree, Instant now, List<Stored.Entry> entries, Set<UUID> changedOrganizations) {
        Set<UUID> changed = new HashSet<>();
        Map<UUID, StoredLocation> stored = byId(
                locations.withIds(tree.locations().stream().map(Location::id).toList()), StoredLocation::id);
        for (Location facts : tree.locations()) {
            UUID id = Objects.requireNonNull(facts.id());
            StoredLocation known = stored.get(id);
            UUID owner =
                    known == null || known.organizationId() == null ? tree.organizationId() : known.organizationId();
            Location owned = facts.but(l -> l.organizationId = owner);
            Stored.Outcome outcome;
            if (known == null) {
                locations.persist(new StoredLocation(id, owner, owned, now));
                outcome = Stored.Outcome.CREATED;
            } else {
                outcome = known.replace(owner, owned, now) ? Stored.Outcome.UPDATED : Stored.Outcome.UNCHANGED;
            }
            entries.add(new Stored.Entry("location", id, outcome));
            if (outcome != Stored.Outcome.UNCHANGED) {
                changed.add(id);
                changedOrganizations.add(owner);
            }
        }
        return changed;
    }

    private Set<UUID> writeServices(CheckedTree tree, List<Stored.Entry> entries) {
        Set<UUID> changed = new HashSet<>();
        Map<UUID, StoredListing> stored = byId(listings.withIds(tree.serviceIds()), StoredListing::id);
        requireLocations(tree);
        for (CheckedTree.Given service : tree.services()) {
            StoredListing known = stored.get(service.id());
            Stored.Outcome outcome;
            if (known == null) {
                listings.persist(new StoredListing(service.id(), tree.organizationId(), service.facts()));
                outcome = Stored.Outcome.CREATED;
            } else {
                outcome = known.replace(tree.organizationId(), service.facts())
                        ? Stored.Outcome.UPDATED
                        : Stored.Outcome.UNCHANGED;
            }
            entries.add(new Stored.Entry("service", service.id(), outcome));
            if (outcome != Stored.Outcome.UNCHANGED) {
                changed.add(service.id());
            }
        }
        listings.flush();
        for (UUID moved : writePlaces(tree, entries)) {
            if (changed.add(moved)) {
                entries.replaceAll(e -> e.entity().equals("service") && e.id().equals(moved)
                        ? new Stored.Entry("service", moved, Stored.Outcome.UPDATED)
                        : e);
            }
        }
        return changed;
    }

    /** @return the services whose places are different now */
    private Set<UUID> writePlaces(CheckedTree tree, List<Stored.Entry> entries) {
        Set<UUID> changed = new HashSet<>();
        Map<UUID, StoredServiceAtLocation> stored =
                byId(places.ofServices(tree.serviceIds()), StoredServiceAtLocation::id);
        List<CheckedTree.Place> given =
                tree.services().stream().flatMap(s -> s.places().stream()).toList();
        places.withIds(given.stream()
                        .map(CheckedTree.Place::id)
                        .filter(id -> !stored.containsKey(id))
                        .toList())
                .forEach(p -> stored.put(p.id(), p));
        for (CheckedTree.Place place : given) {
            StoredServiceAtLocation known = stored.remove(place.id());
            Stored.Outcome outcome;
            if (known == null) {
                places.persist(
                        new StoredServiceAtLocation(place.id(), place.serviceId(), place.locationId(), place.facts()));
                outcome = Stored.Outcome.CREATED;
            } else {
                changed.add(known.serviceId());
                if (known.replace(place.serviceId(), place.locationId(), place.facts())) {
                    outcome = Stored.Outcome.UPDATED;
                } else {
                    changed.remove(known.serviceId());
                    outcome = Stored.Outcome.UNCHANGED;
                }
            }
            if (outcome != Stored.Outcome.UNCHANGED) {
                changed.add(place.serviceId());
            }
            entries.add(new Stored.Entry("service_at_location", place.id(), outcome));
        }
        stored.values().forEach(gone -> {
            changed.add(gone.serviceId());
            places.delete(gone);
        });
        return changed;
    }

    private void requireLocations(CheckedTree tree) {
        Set<UUID> known = locations.withIds(tree.locationIds()).stream()
                .map(StoredLocation::id)
                .collect(Collectors.toSet());
        for (CheckedTree.Given service : tree.services()) {
            List<Flaw> flaws = service.places().stream()
                    .filter(place -> !known.contains(place.locationId()))
                    .map(place -> new Flaw(
                            place.pointer() + "/location_id", "unknown-reference", "There is no such location."))
                    .toList();
            if (!flaws.isEmpty()) {
                throw new RefusedEntity("service", service.id(), flaws);
            }
        }
    }

    /** Removes an organization that has no services any more. Places where others give services lose their owner. */
    void remove(UUID organization) {
        for (StoredLocation location : locations.ofOrganizations(List.of(organization))) {
            if (listings.idsAt(List.of(location.id())).isEmpty()) {
                locations.delete(location);
            } else {
                location.replace(null, location.facts().but(l -> l.organizationId = null), Instant.now());
            }
        }
        locations.flush();
        organizations.deleteById(organization);
        organizations.flush();
    }

    private Set<UUID> owners(Collection<UUID> ids) {
        return locations.withIds(ids).stream()
                .map(StoredLocation::organizationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static <T> Map<UUID, T> byId(List<T> rows, Function<T, @Nullable UUID> id) {
        Map<UUID, T> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(Objects.requireNonNull(id.apply(row)), row));
        return map;
    }
}
