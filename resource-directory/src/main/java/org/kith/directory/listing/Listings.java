package org.kith.directory.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.platform.ByArray;

/** The services of the directory as written; what readers get are {@link PublishedListings}. */
@ApplicationScoped
public class Listings implements PanacheRepositoryBase<StoredListing, UUID> {
    public List<StoredListing> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : ByArray.select(getEntityManager(), StoredListing.class, "service where id = any(:ids)", ids);
    }

    public List<StoredListing> ofOrganization(UUID organization) {
        return list("organizationId = ?1 order by id", organization);
    }

    List<UUID> idsAt(Collection<UUID> locations) {
        return locations.isEmpty()
                ? List.of()
                : ByArray.ids(
                        getEntityManager(),
                        "select distinct service_id from service_at_location where location_id = any(:ids)",
                        locations);
    }

    List<UUID> idsOf(Collection<UUID> organizations) {
        return organizations.isEmpty()
                ? List.of()
                : ByArray.ids(
                        getEntityManager(), "select id from service where organization_id = any(:ids)", organizations);
    }

    /** The organizations of these services, of these locations, and of the services that are given there. */
    Set<UUID> ownersAt(Collection<UUID> locations, Collection<UUID> services) {
        Set<UUID> all = new HashSet<>(services);
        all.addAll(idsAt(locations));
        Set<UUID> owners = new HashSet<>(ByArray.ids(
                getEntityManager(), "select distinct organization_id from service where id = any(:ids)", all));
        owners.addAll(ByArray.ids(
                getEntityManager(),
                "select distinct organization_id from location where id = any(:ids) and organization_id is not null",
                locations));
        return owners;
    }
}
