package org.kith.directory.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kith.directory.platform.ByArray;

/** Where services are given. */
@ApplicationScoped
class ServicesAtLocations implements PanacheRepositoryBase<StoredServiceAtLocation, UUID> {
    List<StoredServiceAtLocation> ofServices(Collection<UUID> services) {
        return services.isEmpty()
                ? List.of()
                : ByArray.select(
                        getEntityManager(),
                        StoredServiceAtLocation.class,
                        "service_at_location where service_id = any(:ids) order by id",
                        services);
    }

    List<StoredServiceAtLocation> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : ByArray.select(
                        getEntityManager(),
                        StoredServiceAtLocation.class,
                        "service_at_location where id = any(:ids)",
                        ids);
    }
}
