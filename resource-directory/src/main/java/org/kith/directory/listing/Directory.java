package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.kith.directory.history.Author;
import org.kith.directory.history.Change;
import org.kith.directory.history.History;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.organization.Organizations;

/**
 * Everything that changes the directory, the same for an editor's request and for an import.
 *
 * <p>Each method is one transaction, all or nothing, and publishes what changed for readers. What is the same as before
 * stays as it is: no new change, no event.
 */
@ApplicationScoped
public class Directory {
    private static final Runnable UNGUARDED = () -> {};
    private static final String IMPORT = "import";

    private final Numbering numbering;
    private final TreeWriter writer;
    private final Publication publication;
    private final Organizations organizations;
    private final Locations locations;
    private final Listings listings;
    private final ServicesAtLocations places;
    private final History history;
    private final Author.Authors authors;

    Directory(
            Numbering numbering,
            TreeWriter writer,
            Publication publication,
            Organizations organizations,
            Locations locations,
            Listings listings,
            ServicesAtLocations places,
            History history,
            Author.Authors authors) {
        this.numbering = numbering;
        this.writer = writer;
        this.publication = publication;
        this.organizations = organizations;
        this.locations = locations;
        this.listings = listings;
        this.places = places;
        this.history = history;
        this.authors = authors;
    }

    /**
     * Stores an organization with what is given of its locations and services.
     *
     * @throws RefusedEntity where an entity cannot be stored as it is; nothing is stored then
     */
    @Transactional
    public Stored store(OrganizationTree tree) {
        return store(tree, UNGUARDED);
    }

    /**
     * The same, unless the guard throws.
     *
     * @param guard asked when nobody else can change the organization any more
     */
    @Transactional
    public Stored store(OrganizationTree tree, Runnable guard) {
        // Checked before anybody is kept waiting.
        return storeAll(List.of(CheckedTree.of(tree)), guard).getFirst();
    }

    /**
     * Stores several organizations at once, which costs much less than one after the other: all or none of them.
     *
     * @return what became of each, in the same order
     * @throws RefusedEntity where an entity of one of them cannot be stored as it is; nothing is stored then
     */
    @Transactional
    public List<Stored> storeAll(List<CheckedTree> trees) {
        return storeAll(trees, UNGUARDED);
    }

    private List<Stored> storeAll(List<CheckedTree> checked, Runnable guard) {
        numbering.lock(writer.organizationsTouchedBy(checked));
        guard.run();
        Instant now = Instant.now();
        TreeWriter.Written written = writer.write(checked, now);
        remember(written.history(), IMPORT);
        publication.publish(affected(written), List.of(), written.organizations());
        return written.stored();
    }

    /**
     * Takes services out of the directory; readers learn that they are gone.
     *
     * @return those that were there
     */
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> services) {
        return withdraw(services, UNGUARDED);
    }

    /** The same, unless the guard throws. */
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> services, Runnable guard) {
        numbering.lock(owners(services));
        guard.run();
        List<StoredListing> found = listings.withIds(services);
        Set<UUID> gone = new HashSet<>();
        Set<UUID> owners = new HashSet<>();
        Set<UUID> sites = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (StoredServiceAtLocation place :
                places.ofServices(found.stream().map(StoredListing::id).toList())) {
            sites.add(place.locationId());
            places.delete(place);
        }
        listings.flush();
        for (StoredListing listing : found) {
            gone.add(listing.id());
            owners.add(listing.organizationId());
            changes.add(Change.removed("service", listing.id(), listing.organizationId()));
            listings.delete(listing);
        }
        remember(changes, IMPORT);
        listings.flush();
        // A shelter that is gone no longer hides the house that it was in.
        locations.refreshConfidentiality(sites, owners);
        Set<UUID> affected = new HashSet<>(listings.idsAt(sites));
        affected.addAll(listings.idsOf(owners));
        publication.publish(affected, gone, owners);
        return gone;
    }

    /** Takes an organization out with its services; places where others still give services stay. */
    @Transactional
    public boolean withdrawOrganization(UUID id) {
        return withdrawOrganization(id, UNGUARDED);
    }

    /** The same, unless the guard throws. */
    @Transactional
    public boolean withdrawOrganization(UUID id, Runnable guard) {
        numbering.lock(List.of(id));
        guard.run();
        List<UUID> services = listings.idsOf(List.of(id));
        if (organizations.findById(id) == null) {
            return false;
        }
        remember(List.of(Change.removed("organization", id, id)), IMPORT);
        withdraw(services);
        writer.remove(id);
        return true;
    }

    /** Takes a location out; services that were given there stay. */
    @Transactional
    public boolean removeLocation(UUID id) {
        return removeLocation(id, UNGUARDED);
    }

    /** The same, unless the guard throws. */
    @Transactional
    public boolean removeLocation(UUID id, Runnable guard) {
        numbering.lock(ownersAt(id));
        guard.run();
        StoredLocation location = locations.findById(id);
        if (location == null) {
            return false;
        }
        remember(List.of(Change.removed("location", id, location.organizationId())), IMPORT);
        Set<UUID> owners = ownersAt(id);
        Set<UUID> affected = new HashSet<>(listings.idsAt(List.of(id)));
        affected.addAll(listings.idsOf(owners));
        places.delete("locationId", id);
        locations.deleteById(id);
        locations.flush();
        locations.refreshConfidentiality(List.of(), owners);
        publication.publish(affected, List.of(), owners);
        return true;
    }

    /** Whose place it is, and who gives services there. */
    private Set<UUID> ownersAt(UUID location) {
        Set<UUID> owners = new HashSet<>(owners(listings.idsAt(List.of(location))));
        locations.findByIdOptional(location).map(StoredLocation::organizationId).ifPresent(owners::add);
        locations.getEntityManager().clear();
        return owners;
    }

    /**
     * What staff says about room for more people.
     *
     * @return false where there is no such service, or something newer was said already
     */
    @Transactional
    public boolean say(UUID service, Said.Capacity capacity) {
        return say(service, capacity, UNGUARDED);
    }

    /** The same, unless the guard throws. */
    @Transactional
    public boolean say(UUID service, Said.Capacity capacity, Runnable guard) {
        numbering.lock(owners(List.of(service)));
        guard.run();
        return said(service, capacity.code(), "kith:capacity", l -> l.say(capacity));
    }

    /** That somebody made sure that a listing is right. */
    @Transactional
    public boolean say(UUID service, Said.Verification verification) {
        return say(service, verification, UNGUARDED);
    }

    /**
     * The same.
     *
     * @param alongside what else is written of it, when nobody else can change the listing any more
     */
    @Transactional
    public boolean say(UUID service, Said.Verification verification, Runnable alongside) {
        numbering.lock(owners(List.of(service)));
        alongside.run();
        return said(service, verification.on().toString(), "assured_date", l -> {
            l.say(verification);
            return true;
        });
    }

    private boolean said(UUID service, String value, String field, Predicate<StoredListing> say) {
        StoredListing listing = listings.findById(service);
        if (listing == null) {
            return false;
        }
        Said before = listing.said();
        if (!say.test(listing)) {
            return false;
        }
        remember(
                List.of(Change.of(
                        "service",
                        service,
                        listing.organizationId(),
                        Map.of(field, before.value(field)),
                        Map.of(field, value))),
                "referral-inbox");
        publication.publish(List.of(service), List.of(), List.of());
        return true;
    }

    /**
     * What an editor makes of a code that was inferred.
     *
     * @return false where there is no such service
     */
    @Transactional
    public boolean decide(UUID service, Said.Decision decision, Runnable guard) {
        numbering.lock(owners(List.of(service)));
        guard.run();
        Optional<StoredListing> listing = listings.findByIdOptional(service);
        listing.ifPresent(l -> l.decide(decision));
        return listing.map(this::republish).orElse(false);
    }

    /**
     * Takes such a decision back.
     *
     * @return false where there was none
     */
    @Transactional
    public boolean undecide(UUID service, String taxonomy, String code, Runnable guard) {
        numbering.lock(owners(List.of(service)));
        guard.run();
        return listings.findByIdOptional(service)
                .filter(l -> l.undecide(taxonomy, code))
                .map(this::republish)
                .orElse(false);
    }

    /** Composes the documents of these services anew, and publishes those that became others. */
    @Transactional
    public void recompose(Collection<UUID> services) {
        numbering.lock(owners(services));
        publication.publish(services, List.of(), List.of());
    }

    private boolean republish(StoredListing listing) {
        publication.publish(List.of(listing.id()), List.of(), List.of());
        return true;
    }

    /** @param otherwise who it was where no request is at hand */
    private void remember(Collection<Change> changes, String otherwise) {
        history.append(changes, authors.current(otherwise));
    }

    private Set<UUID> owners(Collection<UUID> services) {
        Set<UUID> owners = new HashSet<>();
        listings.withIds(services).forEach(l -> owners.add(l.organizationId()));
        // Read again under the lock.
        listings.getEntityManager().clear();
        return owners;
    }

    /** A change of an organization or of a place shows in every service of it. */
    private Set<UUID> affected(TreeWriter.Written written) {
        Set<UUID> affected = new HashSet<>(written.services());
        affected.addAll(listings.idsAt(written.locations()));
        affected.addAll(listings.idsOf(written.organizations()));
        return affected;
    }
}
