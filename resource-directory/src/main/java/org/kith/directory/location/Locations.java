package org.kith.directory.location;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String HOSTS = """
        select distinct s.organization_id, l.id
        from service s join service_at_location p on p.service_id = s.id join location l on l.id = p.location_id
        where s.organization_id = any(:organizations) and l.confidential
          and l.organization_id is distinct from s.organization_id
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

    /** Confidential places that are not theirs, by those who give a service there: their texts must not tell of them either. */
    @SuppressWarnings("unchecked")
    public Map<UUID, List<StoredLocation>> confidentialHostsOf(Collection<UUID> organizations) {
        List<Object[]> found = organizations.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery(HOSTS)
                        .setParameter("organizations", organizations.toArray(UUID[]::new))
                        .getResultList();
        Map<UUID, StoredLocation> places = new HashMap<>();
        withIds(found.stream().map(row -> (UUID) row[1]).distinct().toList()).forEach(l -> places.put(l.id(), l));
        Map<UUID, List<StoredLocation>> hosts = new HashMap<>();
        for (Object[] row : found) {
            StoredLocation place = places.get((UUID) row[1]);
            if (place != null) {
                hosts.computeIfAbsent((UUID) row[0], none -> new ArrayList<>()).add(place);
            }
        }
        return hosts;
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
