package org.kith.directory.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which published listings; all conditions hold together.
 *
 * @param search words that all appear
 * @param modifiedAfter inclusive, as HSDS wants it
 */
public record ListingFilter(
        @Nullable String search,
        @Nullable UUID taxonomyTerm,
        @Nullable UUID taxonomy,
        @Nullable UUID organization,
        @Nullable Instant modifiedAfter) {
    public static final ListingFilter ALL = new ListingFilter(null, null, null, null, null);

    /** One value of a condition. */
    @FunctionalInterface
    interface Value {
        Object in(Connection connection) throws SQLException;
    }

    /** Conditions in SQL on the table {@code listing l}, and their values in order. */
    record Sql(String where, List<Value> values) {
        /** @return the number of the next parameter */
        int bind(PreparedStatement statement) throws SQLException {
            int next = 1;
            for (Value value : values) {
                statement.setObject(next++, value.in(statement.getConnection()));
            }
            return next;
        }
    }

    Sql sql() {
        StringBuilder where = new StringBuilder("not l.withdrawn");
        List<Value> values = new ArrayList<>();
        if (search != null) {
            where.append(" and l.words @@ websearch_to_tsquery('english', ?)");
            values.add(connection -> search);
        }
        if (taxonomyTerm != null) {
            where.append(" and l.terms @> ?");
            values.add(connection -> connection.createArrayOf("uuid", new Object[] {taxonomyTerm}));
        }
        if (taxonomy != null) {
            where.append(" and l.taxonomies @> ?");
            values.add(connection -> connection.createArrayOf("uuid", new Object[] {taxonomy}));
        }
        if (organization != null) {
            where.append(" and l.organization_id = ?");
            values.add(connection -> organization);
        }
        if (modifiedAfter != null) {
            where.append(" and l.last_modified >= ?");
            values.add(connection -> modifiedAfter.atOffset(ZoneOffset.UTC));
        }
        return new Sql(where.toString(), values);
    }
}
