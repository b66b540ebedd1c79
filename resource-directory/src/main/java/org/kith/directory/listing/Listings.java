package org.kith.directory.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The services of the directory as written; what readers get are {@link PublishedListings}. */
@ApplicationScoped
public class Listings implements PanacheRepositoryBase<StoredListing, UUID> {
    public List<StoredListing> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    public List<StoredListing> ofOrganization(UUID organization) {
        return list("organizationId = ?1 order by id", organization);
    }

    List<UUID> idsAt(Collection<UUID> locations) {
        return locations.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "select distinct p.serviceId from StoredServiceAtLocation p where p.locationId in ?1",
                                UUID.class)
                        .setParameter(1, locations)
                        .getResultList();
    }

    List<UUID> idsOf(Collection<UUID> organizations) {
        return organizations.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("select s.id from StoredListing s where s.organizationId in ?1", UUID.class)
                        .setParameter(1, organizations)
                        .getResultList();
    }
}
