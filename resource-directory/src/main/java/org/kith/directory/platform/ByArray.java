package org.kith.directory.platform;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Reads rows of many ids with one array parameter. The text of the query is then the same for any number of ids, so that
 * neither Hibernate nor PostgreSQL plans it anew each time, as they do for a list of parameters.
 */
public final class ByArray {
    private ByArray() {}

    /** @param from table and condition, with the ids as {@code :ids} */
    @SuppressWarnings("unchecked")
    public static <T> List<T> select(EntityManager entities, Class<T> type, String from, Collection<UUID> ids) {
        return entities.createNativeQuery("select * from " + from, type)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    public static List<UUID> ids(EntityManager entities, String sql, Collection<UUID> ids) {
        return entities.createNativeQuery(sql, UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }
}
