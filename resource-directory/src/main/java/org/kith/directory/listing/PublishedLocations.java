package org.kith.directory.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Location;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;

/** Locations as everybody gets them, also their editors: what is confidential can be written, never read. */
@ApplicationScoped
public class PublishedLocations {
    private final Locations locations;

    PublishedLocations(Locations locations) {
        this.locations = locations;
    }

    /** @param version the entity tag */
    @SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
    public record PublishedLocation(byte[] document, long version) {}

    /** Reads what is committed now, whatever the request has read before. */
    @Transactional
    public Optional<PublishedLocation> find(UUID id) {
        return locations.findByIdOptional(id).map(this::published);
    }

    /** Those that belong to no organization, which are few: what an organization that went left where others still are. */
    @Transactional
    public List<UUID> withoutOwner() {
        return locations.list("organizationId is null order by id").stream()
                .map(StoredLocation::id)
                .toList();
    }

    private PublishedLocation published(StoredLocation location) {
        UUID owner = location.organizationId();
        List<Location> confidential = (owner == null ? List.of(location) : locations.ofOrganizations(List.of(owner)))
                .stream()
                        .filter(StoredLocation::isConfidential)
                        .map(StoredLocation::facts)
                        .toList();
        ObjectNode document = HsdsJson.mapper().valueToTree(location.published());
        return new PublishedLocation(
                HsdsJson.bytes(Composition.withheld(document, Composition.Hidden.of(confidential))),
                location.version());
    }
}
