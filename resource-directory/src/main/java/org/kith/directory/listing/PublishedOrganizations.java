package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.platform.Rows;

/** Organizations as everybody gets them; a term counts where the organization or one of its services has it. */
@ApplicationScoped
public class PublishedOrganizations {
    private static final String FROM = " from organization o join organization_document d on d.organization_id = o.id ";
    private static final String SELECT = "select o.id, d.document, o.version" + FROM;

    private final DataSource database;

    PublishedOrganizations(DataSource database) {
        this.database = database;
    }

    /** @param version the entity tag */
    @SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
    public record PublishedOrganization(UUID id, byte[] document, long version) {}

    /** Which organizations; all conditions hold together. */
    public record Filter(
            @Nullable String search,
            @Nullable UUID taxonomyTerm,
            @Nullable UUID taxonomy) {
        private ListingFilter.Sql sql() {
            StringBuilder where = new StringBuilder("true");
            List<ListingFilter.Value> values = new ArrayList<>();
            if (search != null) {
                where.append(" and d.words @@ websearch_to_tsquery('english', ?)");
                values.add(connection -> search);
            }
            if (taxonomyTerm != null) {
                where.append(has("terms"));
                values.add(connection -> array(connection, taxonomyTerm));
                values.add(connection -> array(connection, taxonomyTerm));
            }
            if (taxonomy != null) {
                where.append(has("taxonomies"));
                values.add(connection -> array(connection, taxonomy));
                values.add(connection -> array(connection, taxonomy));
            }
            return new ListingFilter.Sql(where.toString(), values);
        }

        private static String has(String column) {
            // Each half by its own index; an "or" of the two would look at every organization.
            return (" and o.id in (select t.organization_id from organization_document t where t.%1$s @> ?"
                            + " union select l.organization_id from listing l where not l.withdrawn and l.%1$s @> ?)")
                    .formatted(column);
        }

        private static java.sql.Array array(Connection connection, UUID id) throws SQLException {
            return connection.createArrayOf("uuid", new Object[] {id});
        }
    }

    public Optional<PublishedOrganization> find(UUID id) {
        return Rows.read(database, SELECT + "where o.id = ?", s -> s.setObject(1, id), PublishedOrganizations::row)
                .stream()
                .findFirst();
    }

    public long count(Filter filter) {
        ListingFilter.Sql sql = filter.sql();
        return Rows.number(database, "select count(*)" + FROM + "where " + sql.where(), sql::bind);
    }

    public List<PublishedOrganization> page(Filter filter, long offset, int limit) {
        ListingFilter.Sql sql = filter.sql();
        return Rows.read(
                database,
                SELECT + "where o.id in (select o.id" + FROM + "where " + sql.where()
                        + " order by o.id limit ? offset ?) order by o.id",
                s -> {
                    int next = sql.bind(s);
                    s.setInt(next, limit);
                    s.setLong(next + 1, offset);
                },
                PublishedOrganizations::row);
    }

    /** What follows an id; null at the beginning. */
    public List<PublishedOrganization> following(Filter filter, @Nullable UUID last, int limit) {
        ListingFilter.Sql sql = filter.sql();
        return Rows.read(
                database,
                // Said of both tables, or the other is read from its beginning for every slice.
                SELECT + "where " + sql.where() + " and o.id > ? and d.organization_id > ? order by o.id limit ?",
                s -> {
                    int next = sql.bind(s);
                    s.setObject(next, last == null ? new UUID(0, 0) : last);
                    s.setObject(next + 1, last == null ? new UUID(0, 0) : last);
                    s.setInt(next + 2, limit);
                },
                PublishedOrganizations::row);
    }

    private static PublishedOrganization row(ResultSet row) throws SQLException {
        return new PublishedOrganization(row.getObject(1, UUID.class), row.getBytes(2), row.getLong(3));
    }
}
