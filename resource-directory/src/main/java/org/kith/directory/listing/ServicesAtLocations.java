package org.kith.directory.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where services are given. */
@ApplicationScoped
class ServicesAtLocations implements PanacheRepositoryBase<StoredServiceAtLocation, UUID> {
    List<StoredServiceAtLocation> ofServices(Collection<UUID> services) {
        return services.isEmpty() ? List.of() : list("serviceId in ?1 order by id", services);
    }

    List<StoredServiceAtLocation> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }
}
