package org.kith.directory.location;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kith.directory.platform.ByArray;

/** The locations of the directory, and the rule which of them are confidential. */
@ApplicationScoped
public class Locations implements PanacheRepositoryBase<StoredLocation, UUID> {
    /**
     * Confidential is a place that says so, whose organization says so, or where a service is given that says so; and
     * every other row of the same organization for the same house.
     */
    private static final String CONFIDENTIAL = """
            with asked as (
                select l.* from location l where l.id = any(:ids) or l.organization_id = any(:organizations)),
            said as (
                select a.id, a.organization_id, a.address_key,
                       a.flagged
                       or exists (select 1 from organization o where o.id = a.organization_id and o.flagged)
                       or exists (select 1 from service_at_location sl join service s on s.id = sl.service_id
                                  where sl.location_id = a.id and (sl.flagged or s.flagged)) as hidden
                from asked a),
            ruled as (
                select s.id, s.hidden or exists (
                    select 1 from said t
                    where t.hidden and t.address_key = s.address_key and t.organization_id = s.organization_id) as hidden
                from said s)
            update location l set confidential = r.hidden, version = l.version + 1
            from ruled r where r.id = l.id and l.confidential <> r.hidden
            returning l.id
            """;

    public List<StoredLocation> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : ByArray.select(getEntityManager(), StoredLocation.class, "location where id = any(:ids)", ids);
    }

    public List<StoredLocation> ofOrganizations(Collection<UUID> organizations) {
        return organizations.isEmpty()
                ? List.of()
                : ByArray.select(
                        getEntityManager(),
                        StoredLocation.class,
                        "location where organization_id = any(:ids) order by id",
                        organizations);
    }

    /**
     * Applies the rule to these locations and all of these organizations, in the database.
     *
     * @return the locations whose answer changed
     */
    @SuppressWarnings("unchecked")
    public List<UUID> refreshConfidentiality(Collection<UUID> ids, Collection<UUID> organizations) {
        return getEntityManager()
                .createNativeQuery(CONFIDENTIAL, UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("organizations", organizations.toArray(UUID[]::new))
                .getResultList();
    }
}
