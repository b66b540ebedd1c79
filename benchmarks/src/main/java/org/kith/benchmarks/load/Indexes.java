package org.kith.benchmarks.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes indexes and references away while a table is filled, and puts the very same back. */
final class Indexes {
    private static final String PLAIN = """
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
            from pg_index i
            where i.indrelid = any(array['organization', 'location', 'service', 'service_at_location', 'listing',
                                         'organization_document']::regclass[])
              and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)""";
    private static final String REFERENCES = """
            select conrelid::regclass::text || ' ' || quote_ident(conname), pg_get_constraintdef(oid)
            from pg_constraint
            where contype = 'f'
              and conrelid = any(array['location', 'service', 'service_at_location', 'organization_document']::regclass[])""";

    private final Map<String, String> indexes;
    private final Map<String, String> references;

    private Indexes(Map<String, String> indexes, Map<String, String> references) {
        this.indexes = indexes;
        this.references = references;
    }

    static Indexes drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Indexes dropped = new Indexes(read(statement, PLAIN), read(statement, REFERENCES));
            for (String index : dropped.indexes.keySet()) {
                statement.execute("drop index " + index);
            }
            for (String reference : dropped.references.keySet()) {
                String[] names = reference.split(" ", 2);
                statement.execute("alter table %s drop constraint %s".formatted(names[0], names[1]));
            }
            return dropped;
        }
    }

    void restore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String definition : indexes.values()) {
                statement.execute(definition);
            }
            for (Map.Entry<String, String> reference : references.entrySet()) {
                String[] names = reference.getKey().split(" ", 2);
                statement.execute(
                        "alter table %s add constraint %s %s".formatted(names[0], names[1], reference.getValue()));
            }
        }
    }

    private static Map<String, String> read(Statement statement, String query) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
