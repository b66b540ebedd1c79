package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.directory.history.Change;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.lookup.ForeignIds;
import org.kith.directory.organization.Organizations;
import org.kith.directory.organization.StoredOrganization;
import org.kith.directory.taxonomy.TaxonomyTerms;

/** Writes the rows of many an {@link OrganizationTree}: loads what is there in a few queries, replaces what differs. */
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
     * @param stored one for each tree, in their order
     * @param organizations whose own document may look different
     * @param history what is new or different
     */
    record Written(
            List<Stored> stored,
            Set<UUID> organizations,
            Set<UUID> locations,
            Set<UUID> services,
            List<Change> history) {}

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
        owners.addAll(listings.ownersAt(sites, services));
        return owners;
    }

    /**
     * Writes many at once: what is there is read in a few queries for all of them, and each kind of row is written in
     * one go. A row that several trees give is that of the last.
     */
    Written write(List<CheckedTree> trees, Instant now) {
        terms.remember(trees.stream().flatMap(t -> t.terms().stream()).toList());
        foreignIds.remember(trees.stream().flatMap(t -> t.foreignIds().stream()).toList());
        Batch batch = new Batch(trees, KnownRows.of(trees, organizations, locations, listings, places), now);
        trees.forEach(batch::organization);
        organizations.flush();
        trees.forEach(batch::locations);
        // Services at locations refer to locations, which Hibernate does not know.
        locations.flush();
        trees.forEach(batch::services);
        listings.flush();
        trees.forEach(batch::places);
        places.flush();
        Written written = batch.written();
        if (!written.services().isEmpty()
                || !written.locations().isEmpty()
                || !written.organizations().isEmpty()) {
            Set<UUID> sites = new HashSet<>();
            trees.forEach(t -> sites.addAll(t.locationIds()));
            List<UUID> hiddenOrShown = locations.refreshConfidentiality(
                    sites, trees.stream().map(CheckedTree::organizationId).toList());
            written.locations().addAll(hiddenOrShown);
            written.organizations().addAll(owners(hiddenOrShown));
            // Those who give services there may speak of it anywhere.
            listings.withIds(listings.idsAt(hiddenOrShown))
                    .forEach(listing -> written.organizations().add(listing.organizationId()));
        }
        return written;
    }

    /** Trees while they are written, one kind of row after the other. */
    private final class Batch {
        private final KnownRows known;
        private final Instant now;
        private final Map<CheckedTree, List<Stored.Entry>> entries = new IdentityHashMap<>();
        private final List<CheckedTree> trees;
        private final Set<UUID> changedOrganizations = new HashSet<>();
        private final Set<UUID> changedLocations = new HashSet<>();
        private final Set<UUID> changedServices = new HashSet<>();
        private final List<Change> history = new ArrayList<>();

        Batch(List<CheckedTree> trees, KnownRows known, Instant now) {
            this.trees = trees;
            this.known = known;
            this.now = now;
            trees.forEach(tree -> entries.put(tree, new ArrayList<>()));
        }

        Written written() {
            return new Written(
                    trees.stream()
                            .map(tree -> new Stored(Objects.requireNonNull(entries.get(tree))))
                            .toList(),
                    changedOrganizations,
                    changedLocations,
                    changedServices,
                    history);
        }

        private void became(CheckedTree tree, String entity, UUID id, Stored.Outcome outcome) {
            Objects.requireNonNull(entries.get(tree)).add(new Stored.Entry(entity, id, outcome));
        }

        void organization(CheckedTree tree) {
            UUID id = tree.organizationId();
            StoredOrganization stored = known.organizations().get(id);
            Organization facts = tree.organization();
            Stored.Outcome outcome;
            if (stored == null && facts == null) {
                throw new RefusedEntity(
                        tree.services().isEmpty() ? "location" : "service",
                        id,
                        List.of(new Flaw("/organization_id", "unknown-reference", "There is no such organization.")));
            } else if (stored == null) {
                StoredOrganization fresh = new StoredOrganization(id, Objects.requireNonNull(facts), now);
                organizations.persist(fresh);
                known.organizations().put(id, fresh);
                outcome = Stored.Outcome.CREATED;
                history.add(Change.made("organization", id, id));
            } else {
                Organization before = stored.facts();
                outcome =
                        facts != null && stored.replace(facts, now) ? Stored.Outcome.UPDATED : Stored.Outcome.UNCHANGED;
                history.add(Change.of("organization", id, id, before, stored.facts()));
            }
            if (facts != null) {
                became(tree, "organization", id, outcome);
            }
            if (outcome != Stored.Outcome.UNCHANGED) {
                changedOrganizations.add(id);
            }
        }

        void locations(CheckedTree tree) {
            for (Location facts : tree.locations()) {
                UUID id = Objects.requireNonNull(facts.id());
                StoredLocation stored = known.locations().get(id);
                UUID owner = stored == null || stored.organizationId() == null
                        ? tree.organizationId()
                        : stored.organizationId();
                Location owned = facts.but(l -> l.organizationId = owner);
                Stored.Outcome outcome;
                if (stored == null) {
                    StoredLocation fresh = new StoredLocation(id, owner, owned, now);
                    locations.persist(fresh);
                    known.locations().put(id, fresh);
                    outcome = Stored.Outcome.CREATED;
                    history.add(Change.made("location", id, owner));
                } else {
                    Location before = stored.facts();
                    boolean secret = stored.isConfidential();
                    outcome = stored.replace(owner, owned, now) ? Stored.Outcome.UPDATED : Stored.Outcome.UNCHANGED;
                    history.add(Change.of("location", id, owner, before, stored.facts())
                            .secretIf(secret || stored.isConfidential()));
                }
                became(tree, "location", id, outcome);
                if (outcome != Stored.Outcome.UNCHANGED) {
                    changedLocations.add(id);
                    changedOrganizations.add(owner);
                }
            }
        }

        void services(CheckedTree tree) {
            requireLocations(tree);
            for (CheckedTree.Given service : tree.services()) {
                StoredListing stored = known.services().get(service.id());
                Stored.Outcome outcome;
                if (stored == null) {
                    StoredListing fresh = new StoredListing(service.id(), tree.organizationId(), service.facts());
                    listings.persist(fresh);
                    known.services().put(service.id(), fresh);
                    outcome = Stored.Outcome.CREATED;
                    history.add(Change.made("service", service.id(), tree.organizationId()));
                } else {
                    Listing before = stored.facts();
                    outcome = stored.replace(tree.organizationId(), service.facts())
                            ? Stored.Outcome.UPDATED
                            : Stored.Outcome.UNCHANGED;
                    history.add(Change.of("service", service.id(), tree.organizationId(), before, stored.facts()));
                }
                became(tree, "service", service.id(), outcome);
                if (outcome != Stored.Outcome.UNCHANGED) {
                    changedServices.add(service.id());
                }
            }
        }

        private void requireLocations(CheckedTree tree) {
            for (CheckedTree.Given service : tree.services()) {
                List<Flaw> flaws = service.places().stream()
                        .filter(place -> !known.locations().containsKey(place.locationId()))
                        .map(place -> new Flaw(
                                place.pointer() + "/location_id", "unknown-reference", "There is no such location."))
                        .toList();
                if (!flaws.isEmpty()) {
                    throw new RefusedEntity("service", service.id(), flaws);
                }
            }
        }

        void places(CheckedTree tree) {
            PlaceHistory before = PlaceHistory.of(known.placesOf(tree.serviceIds()));
            Set<UUID> moved = new HashSet<>();
            Set<UUID> given = new HashSet<>();
            tree.services()
                    .forEach(s -> s.places().forEach(place -> {
                        given.add(place.id());
                        place(tree, place, moved);
                    }));
            for (StoredServiceAtLocation gone : known.placesOf(tree.serviceIds())) {
                if (!given.contains(gone.id())) {
                    moved.add(gone.serviceId());
                    known.places().remove(gone.id());
                    places.delete(gone);
                }
            }
            history.addAll(before.until(tree));
            for (UUID service : moved) {
                if (changedServices.add(service)) {
                    Objects.requireNonNull(entries.get(tree))
                            .replaceAll(e -> e.entity().equals("service") && e.id().equals(service)
                                    ? new Stored.Entry("service", service, Stored.Outcome.UPDATED)
                                    : e);
                }
            }
        }

        private void place(CheckedTree tree, CheckedTree.Place place, Set<UUID> moved) {
            StoredServiceAtLocation stored = known.places().get(place.id());
            Stored.Outcome outcome;
            if (stored == null) {
                StoredServiceAtLocation fresh =
                        new StoredServiceAtLocation(place.id(), place.serviceId(), place.locationId(), place.facts());
                places.persist(fresh);
                known.places().put(place.id(), fresh);
                outcome = Stored.Outcome.CREATED;
            } else {
                UUID before = stored.serviceId();
                outcome = stored.replace(place.serviceId(), place.locationId(), place.facts())
                        ? Stored.Outcome.UPDATED
                        : Stored.Outcome.UNCHANGED;
                if (outcome != Stored.Outcome.UNCHANGED) {
                    moved.add(before);
                }
            }
            if (outcome != Stored.Outcome.UNCHANGED) {
                moved.add(place.serviceId());
            }
            became(tree, "service_at_location", place.id(), outcome);
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
}
