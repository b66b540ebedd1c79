package org.kith.directory.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.PublishedLocations;
import org.kith.directory.platform.Rows;

/**
 * Reads the tables in slices of ids, each a query of its own: neither memory nor a transaction grows with the directory,
 * and a slow reader holds no connection. What changes meanwhile may be seen before or after its change.
 */
@ApplicationScoped
class Slices implements Contents {
    private static final int SLICE = 500;

    private static final String SERVICES = """
            select service_id, document from listing
            where service_id > ? and not withdrawn order by service_id limit ?""";

    private static final String ORGANIZATIONS = """
            select organization_id, document from organization_document
            where organization_id > ? order by organization_id limit ?""";

    /** Those without services, with programs (a service tells of its own only), or with places where nothing is given. */
    private static final String TOLD_NOWHERE_ELSE = """
            select d.organization_id, d.document from organization_document d
            join organization o on o.id = d.organization_id
            where d.organization_id > ?
              and (o.facts ? 'programs'
                   or not exists (select 1 from listing l where l.organization_id = o.id and not l.withdrawn)
                   or exists (select 1 from location p where p.organization_id = o.id
                              and not exists (select 1 from service_at_location s where s.location_id = p.id)))
            order by d.organization_id limit ?""".replace("facts ?", "facts ??");

    private static final String TAXONOMIES =
            "select id, convert_to(facts::text, 'UTF8') from taxonomy where id > ? order by id limit ?";
    private static final String TERMS =
            "select id, convert_to(facts::text, 'UTF8') from taxonomy_term where id > ? order by id limit ?";

    private final DataSource database;
    private final PublishedLocations locations;

    Slices(DataSource database, PublishedLocations locations) {
        this.database = database;
        this.locations = locations;
    }

    @Override
    public void services(Sink sink) throws IOException {
        all(SERVICES, sink);
    }

    @Override
    public void organizations(Sink sink) throws IOException {
        all(ORGANIZATIONS, sink);
    }

    @Override
    public void organizationsToldNowhereElse(Sink sink) throws IOException {
        all(TOLD_NOWHERE_ELSE, sink);
    }

    @Override
    public void ownerlessLocations(Sink sink) throws IOException {
        for (UUID last : locations.withoutOwner()) {
            var found = locations.find(last);
            if (found.isPresent()) {
                sink.take(found.get().document());
            }
        }
    }

    @Override
    public void taxonomies(Sink sink) throws IOException {
        all(TAXONOMIES, sink);
    }

    @Override
    public void terms(Sink sink) throws IOException {
        all(TERMS, sink);
    }

    @SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
    private record Found(UUID id, byte[] document) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(row.getObject(1, UUID.class), row.getBytes(2));
        }
    }

    private void all(String sql, Sink sink) throws IOException {
        @Nullable UUID last = new UUID(0, 0);
        while (last != null) {
            UUID after = last;
            List<Found> slice = Rows.read(
                    database,
                    sql,
                    s -> {
                        s.setObject(1, after);
                        s.setInt(2, SLICE);
                    },
                    Found::of);
            for (Found found : slice) {
                sink.take(found.document());
            }
            last = slice.size() < SLICE ? null : slice.getLast().id();
        }
    }
}
