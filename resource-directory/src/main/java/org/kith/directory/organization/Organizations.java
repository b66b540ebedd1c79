package org.kith.directory.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The organizations of the directory. */
@ApplicationScoped
public class Organizations implements PanacheRepositoryBase<StoredOrganization, UUID> {
    public List<StoredOrganization> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }
}
