package org.kith.directory.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Location;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.organization.Organizations;
import org.kith.directory.organization.StoredOrganization;

/**
 * Composes documents of what may have changed and publishes those that did: in the table, with a number, and as an
 * event, in the transaction of the change itself.
 */
@ApplicationScoped
class Publication {
    private final EntityManager entities;
    private final Organizations organizations;
    private final Locations locations;
    private final Listings listings;
    private final ServicesAtLocations places;
    private final PublishedListings published;
    private final DocumentRows rows;
    private final Numbering numbering;
    private final ListingEvents events;

    Publication(
            EntityManager entities,
            Organizations organizations,
            Locations locations,
            Listings listings,
            ServicesAtLocations places,
            PublishedListings published,
            DocumentRows rows,
            Numbering numbering,
            ListingEvents events) {
        this.entities = entities;
        this.organizations = organizations;
        this.locations = locations;
        this.listings = listings;
        this.places = places;
        this.published = published;
        this.rows = rows;
        this.numbering = numbering;
        this.events = events;
    }

    /**
     * The last thing in a transaction: after it, nothing but reading.
     *
     * @param services that may look different now
     * @param withdrawn services that are gone
     * @param organizationIds whose own document may look different now
     */
    void publish(Collection<UUID> services, Collection<UUID> withdrawn, Collection<UUID> organizationIds) {
        entities.flush();
        // What SQL decided, such as which place is confidential, is read anew.
        entities.clear();
        List<StoredListing> stored = listings.withIds(services);
        Set<UUID> owners = stored.stream().map(StoredListing::organizationId).collect(Collectors.toSet());
        owners.addAll(organizationIds);
        Map<UUID, StoredOrganization> organizationsById = new LinkedHashMap<>();
        organizations.withIds(owners).forEach(o -> organizationsById.put(o.id(), o));
        Map<UUID, List<StoredLocation>> locationsByOwner = locations.ofOrganizations(owners).stream()
                .collect(Collectors.groupingBy(l -> Objects.requireNonNull(l.organizationId())));
        Map<UUID, Composition.Hidden> hidden = hidden(owners, locationsByOwner);

        List<DocumentRows.Numbered> changed = changed(stored, organizationsById, hidden);
        Map<UUID, ObjectNode> documents = new LinkedHashMap<>();
        for (UUID id : organizationIds) {
            StoredOrganization organization = organizationsById.get(id);
            if (organization != null) {
                documents.put(
                        id,
                        Composition.organization(
                                organization.facts(),
                                locationsByOwner.getOrDefault(id, List.of()).stream()
                                        .map(StoredLocation::published)
                                        .toList(),
                                hidden.getOrDefault(id, Composition.Hidden.of(List.of()))));
            }
        }
        rows.writeOrganizations(documents);
        Set<UUID> touched =
                changed.stream().map(DocumentRows.Numbered::organization).collect(Collectors.toSet());
        if (!withdrawn.isEmpty()) {
            touched.addAll(organizationIds);
        }
        touched.stream().map(organizationsById::get).filter(o -> o != null).forEach(StoredOrganization::touch);
        entities.flush();
        number(changed, withdrawn);
    }

    private void number(List<DocumentRows.Numbered> changed, Collection<UUID> withdrawn) {
        int count = changed.size() + withdrawn.size();
        if (count == 0) {
            return;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long change = numbering.next(count);
        List<DocumentRows.Numbered> numbered = new ArrayList<>();
        for (DocumentRows.Numbered listing : changed) {
            ObjectNode document = (ObjectNode) listing.document();
            Composition.modified(document, now);
            numbered.add(new DocumentRows.Numbered(
                    listing.service(),
                    listing.organization(),
                    change++,
                    document,
                    HsdsJson.bytes(document),
                    listing.hash()));
        }
        rows.write(numbered, now);
        rows.withdraw(withdrawn, change, now);
        events.append(numbered, withdrawn, change);
        numbering.announce(change + withdrawn.size() - 1);
    }

    private List<DocumentRows.Numbered> changed(
            List<StoredListing> stored,
            Map<UUID, StoredOrganization> organizationsById,
            Map<UUID, Composition.Hidden> hidden) {
        List<UUID> ids = stored.stream().map(StoredListing::id).toList();
        Map<UUID, byte[]> hashes = published.hashes(ids);
        Map<UUID, List<StoredServiceAtLocation>> placesByService =
                places.ofServices(ids).stream().collect(Collectors.groupingBy(StoredServiceAtLocation::serviceId));
        Map<UUID, Location> shown = shown(placesByService.values());
        List<DocumentRows.Numbered> changed = new ArrayList<>();
        for (StoredListing listing : stored) {
            StoredOrganization organization = Objects.requireNonNull(organizationsById.get(listing.organizationId()));
            ObjectNode document = Composition.service(
                    listing.facts(),
                    listing.said(),
                    organization.facts(),
                    placesByService.getOrDefault(listing.id(), List.of()).stream()
                            .map(p ->
                                    new Composition.Place(p.facts(), Objects.requireNonNull(shown.get(p.locationId()))))
                            .toList(),
                    hidden.getOrDefault(organization.id(), Composition.Hidden.of(List.of())));
            byte[] bytes = HsdsJson.bytes(document);
            requireRoom(listing.id(), bytes);
            byte[] hash = hash(bytes);
            if (!MessageDigest.isEqual(hash, hashes.get(listing.id()))) {
                changed.add(new DocumentRows.Numbered(listing.id(), organization.id(), 0, document, bytes, hash));
            }
        }
        return changed;
    }

    /** What is too large to be sent would be known here and nowhere else. */
    private void requireRoom(UUID service, byte[] document) {
        int largest = events.largestDocument();
        if (document.length > largest) {
            throw new RefusedEntity(
                    "service",
                    service,
                    List.of(new Flaw(
                            "",
                            "too-large",
                            "With its organization and places it has %d bytes; at most %d can be published."
                                    .formatted(document.length, largest))));
        }
    }

    private Map<UUID, Location> shown(Collection<List<StoredServiceAtLocation>> all) {
        Set<UUID> ids = new HashSet<>();
        all.forEach(list -> list.forEach(place -> ids.add(place.locationId())));
        return locations.withIds(ids).stream().collect(Collectors.toMap(StoredLocation::id, StoredLocation::published));
    }

    private Map<UUID, Composition.Hidden> hidden(Set<UUID> owners, Map<UUID, List<StoredLocation>> locationsByOwner) {
        Map<UUID, List<StoredLocation>> hosts = locations.confidentialHostsOf(owners);
        return owners.stream()
                .collect(Collectors.toMap(
                        o -> o,
                        o -> Composition.Hidden.of(Stream.concat(
                                        locationsByOwner.getOrDefault(o, List.of()).stream()
                                                .filter(StoredLocation::isConfidential),
                                        hosts.getOrDefault(o, List.of()).stream())
                                .map(StoredLocation::facts)
                                .toList())));
    }

    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
