package org.kith.directory.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;

/**
 * The rows that the tree of a new organization becomes, worked out without a database: for filling one at the speed of
 * COPY. What {@link Directory#store} leaves in the tables is the same, and a test holds it to that.
 *
 * <p>Only for trees that share nothing with what is stored or with each other.
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
public record TreeRows(
        OrganizationRow organization,
        List<LocationRow> locations,
        List<ServiceRow> services,
        List<PlaceRow> places,
        List<ListingRow> listings) {
    /** A document, and what it is found by. */
    public record Found(byte[] document, Set<UUID> terms, Set<UUID> taxonomies, String words) {}

    public record OrganizationRow(UUID id, String name, byte[] facts, boolean flagged, long version, Found found) {}

    public record LocationRow(
            UUID id,
            UUID organizationId,
            byte[] facts,
            boolean flagged,
            boolean confidential,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String postalCode,
            @Nullable String addressKey,
            long version) {}

    public record ServiceRow(UUID id, UUID organizationId, byte[] facts, boolean flagged) {}

    public record PlaceRow(UUID id, UUID serviceId, UUID locationId, byte[] facts, boolean flagged) {}

    public record ListingRow(UUID serviceId, UUID organizationId, byte[] hash, Found found) {}

    /**
     * @param modified what the documents say of their last change
     * @throws RefusedEntity where an entity cannot be stored as it is
     */
    public static TreeRows of(OrganizationTree given, Instant modified) {
        CheckedTree tree = CheckedTree.of(given);
        UUID id = tree.organizationId();
        Organization organization = Objects.requireNonNull(tree.organization(), "a new organization");
        boolean flagged = Confidential.isSaidBy(organization.attributes());
        List<Location> owned = tree.locations().stream()
                .map(location -> location.but(l -> l.organizationId = id))
                .sorted(Comparator.comparing(location -> id(location).toString()))
                .toList();
        Set<UUID> hiddenIds = hidden(tree, owned, flagged);
        List<Location> secret =
                owned.stream().filter(l -> hiddenIds.contains(id(l))).toList();
        Map<UUID, Location> shown = new HashMap<>();
        owned.forEach(l -> shown.put(id(l), hiddenIds.contains(id(l)) ? Confidential.mask(l) : l));
        Composition.Hidden hidden = Composition.Hidden.of(secret);

        ObjectNode alone = Composition.organization(
                organization,
                owned.stream()
                        .map(l -> Objects.requireNonNull(shown.get(id(l))))
                        .toList(),
                hidden);
        return new TreeRows(
                new OrganizationRow(
                        id,
                        Objects.requireNonNullElse(organization.name(), ""),
                        HsdsJson.bytes(organization),
                        flagged,
                        // Written, and touched when its listings were published.
                        tree.services().isEmpty() ? 1 : 2,
                        new Found(
                                HsdsJson.bytes(alone),
                                DocumentRows.found(alone, "id"),
                                DocumentRows.found(alone, "taxonomy_id"),
                                Composition.words(alone, null))),
                owned.stream()
                        .map(l -> location(l, id, hiddenIds.contains(id(l))))
                        .toList(),
                tree.services().stream().map(s -> service(s, id)).toList(),
                tree.services().stream()
                        .flatMap(s -> s.places().stream())
                        .map(TreeRows::place)
                        .toList(),
                tree.services().stream()
                        .map(s -> listing(s, organization, shown, hidden, modified))
                        .toList());
    }

    private static LocationRow location(Location facts, UUID owner, boolean confidential) {
        boolean flagged = Confidential.isSaidBy(facts.attributes());
        return new LocationRow(
                id(facts),
                owner,
                HsdsJson.bytes(facts),
                flagged,
                confidential,
                facts.latitude(),
                facts.longitude(),
                facts.addresses().isEmpty()
                        ? null
                        : facts.addresses().getFirst().postalCode(),
                Confidential.addressKey(facts),
                confidential && !flagged ? 2 : 1);
    }

    private static ServiceRow service(CheckedTree.Given service, UUID owner) {
        Listing facts = service.facts();
        return new ServiceRow(service.id(), owner, HsdsJson.bytes(facts), Confidential.isSaidBy(facts.attributes()));
    }

    private static PlaceRow place(CheckedTree.Place place) {
        return new PlaceRow(
                place.id(),
                place.serviceId(),
                place.locationId(),
                HsdsJson.bytes(place.facts()),
                Confidential.isSaidBy(place.facts().attributes()));
    }

    private static ListingRow listing(
            CheckedTree.Given service,
            Organization organization,
            Map<UUID, Location> shown,
            Composition.Hidden hidden,
            Instant modified) {
        ObjectNode document = Composition.service(
                service.facts(),
                Said.NOTHING,
                organization,
                service.places().stream()
                        .sorted(Comparator.comparing(p -> p.id().toString()))
                        .map(p -> new Composition.Place(
                                p.facts(), Objects.requireNonNull(shown.get(p.locationId()), "a place of the tree")))
                        .toList(),
                hidden);
        byte[] hash = Publication.hash(HsdsJson.bytes(document));
        Composition.modified(document, modified);
        return new ListingRow(
                service.id(),
                Objects.requireNonNull(organization.id()),
                hash,
                new Found(
                        HsdsJson.bytes(document),
                        DocumentRows.found(document, "id"),
                        DocumentRows.found(document, "taxonomy_id"),
                        Composition.words(document, document.path("organization"))));
    }

    /** The same rule as that of the database, see {@link org.kith.directory.location.Locations}. */
    private static Set<UUID> hidden(CheckedTree tree, Collection<Location> owned, boolean all) {
        Set<UUID> hidden = new HashSet<>();
        for (CheckedTree.Given service : tree.services()) {
            boolean said = Confidential.isSaidBy(service.facts().attributes());
            service.places().stream()
                    .filter(p -> said || Confidential.isSaidBy(p.facts().attributes()))
                    .forEach(p -> hidden.add(p.locationId()));
        }
        owned.stream().filter(l -> all || Confidential.isSaidBy(l.attributes())).forEach(l -> hidden.add(id(l)));
        Set<String> houses = new HashSet<>();
        owned.stream()
                .filter(l -> hidden.contains(id(l)))
                .map(Confidential::addressKey)
                .filter(Objects::nonNull)
                .forEach(houses::add);
        owned.stream()
                .filter(l -> houses.contains(Objects.requireNonNullElse(Confidential.addressKey(l), "")))
                .forEach(l -> hidden.add(id(l)));
        return hidden;
    }

    private static UUID id(Location location) {
        return Objects.requireNonNull(location.id());
    }
}
