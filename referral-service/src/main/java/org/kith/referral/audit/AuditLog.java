package org.kith.referral.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the log; only the database writes its numbers and hashes. */
@ApplicationScoped
class AuditLog {
    private final EntityManager database;

    AuditLog(EntityManager database) {
        this.database = database;
    }

    /**
     * One entry.
     *
     * @param chain the organization whose chain it is in
     * @param position in its chain, from 1
     * @param action an HTTP method, or what the clock did
     * @param object the path, which holds ids only
     */
    record Entry(
            Instant at,
            String chain,
            long position,
            String actor,
            String actorRole,
            String action,
            String object,
            int status) {}

    record Broken(String chain, long position, String problem) {}

    record Filter(
            @Nullable String organization,
            @Nullable String actor,
            @Nullable String object) {}

    record Position(Instant at, String chain, long position) {
        static Position parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Position(Instant.parse(parts[0]), parts[2], Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return at + " " + position + " " + chain;
        }
    }

    List<Entry> page(Filter filter, @Nullable Position after, int limit) {
        StringBuilder sql = new StringBuilder(
                "SELECT at, chain, position, actor, actor_role, action, object, status FROM audit_entry WHERE true");
        Map<String, Object> values = new HashMap<>();
        add(sql, values, "chain", filter.organization());
        add(sql, values, "actor", filter.actor());
        add(sql, values, "object", filter.object());
        if (after != null) {
            sql.append(" AND (at < :at OR (at = :at AND (chain, position) > (:after_chain, :after_position)))");
            values.put("at", after.at().atOffset(ZoneOffset.UTC));
            values.put("after_chain", after.chain());
            values.put("after_position", after.position());
        }
        Query query = database.createNativeQuery(sql + " ORDER BY at DESC, chain, position LIMIT " + limit);
        values.forEach(query::setParameter);
        List<Entry> entries = new ArrayList<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            entries.add(new Entry(
                    (Instant) row[0],
                    (String) row[1],
                    (Long) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    (String) row[6],
                    (Integer) row[7]));
        }
        return entries;
    }

    long count() {
        return (Long) database.createNativeQuery("SELECT count(*) FROM audit_entry", Long.class)
                .getSingleResult();
    }

    List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        for (Object found : database.createNativeQuery("SELECT chain, position, problem FROM audit_broken() LIMIT 100")
                .getResultList()) {
            Object[] row = (Object[]) found;
            broken.add(new Broken((String) row[0], (Long) row[1], (String) row[2]));
        }
        return broken;
    }

    private static void add(StringBuilder sql, Map<String, Object> values, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" AND ").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }
}
