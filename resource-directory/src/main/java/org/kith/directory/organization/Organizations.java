package org.kith.directory.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kith.directory.platform.ByArray;

/** The organizations of the directory. */
@ApplicationScoped
public class Organizations implements PanacheRepositoryBase<StoredOrganization, UUID> {
    public List<StoredOrganization> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : ByArray.select(
                        getEntityManager(), StoredOrganization.class, "organization where id = any(:ids)", ids);
    }
}
