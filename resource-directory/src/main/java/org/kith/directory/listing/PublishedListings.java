package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.platform.Rows;

/** The table {@code listing}: documents by id and by filter, and changes in order. */
@ApplicationScoped
public class PublishedListings {
    private static final String SELECT =
            "select l.service_id, l.organization_id, l.change, l.first_change, l.document, l.last_modified from listing l ";
    /** For those who only want to know what there is: the documents stay where they are. */
    private static final String SELECT_STAMPS =
            "select l.service_id, l.organization_id, l.change, l.first_change, null::bytea, l.last_modified from listing l ";

    private final DataSource database;
    private final Totals<ListingFilter> totals;

    PublishedListings(DataSource database) {
        this.database = database;
        this.totals = new Totals<>(this::last);
    }

    /** Also a withdrawn one, so that one can tell "gone" from "never was". */
    public Optional<PublishedListing> find(UUID service) {
        return Rows.read(
                        database,
                        SELECT + "where l.service_id = ?",
                        s -> s.setObject(1, service),
                        PublishedListings::row)
                .stream()
                .findFirst();
    }

    /** What changed after a number, oldest first; withdrawn ones come without a document. */
    public List<PublishedListing> after(long change, int limit) {
        return Rows.read(
                database,
                SELECT + "where l.change > ? order by l.change limit ?",
                s -> {
                    s.setLong(1, change);
                    s.setInt(2, limit);
                },
                PublishedListings::row);
    }

    /** The number of the newest change; 0 when there is none. */
    public long last() {
        return Rows.number(database, "select coalesce(max(change), 0) from listing", s -> {});
    }

    public long count(ListingFilter filter) {
        ListingFilter.Sql sql = filter.sql();
        LongSupplier counting =
                () -> Rows.number(database, "select count(*) from listing l where " + sql.where(), sql::bind);
        return filter.search() == null ? totals.of(filter, counting) : counting.getAsLong();
    }

    /** One page in the order of ids; what is skipped is read from an index alone. */
    public List<PublishedListing> page(ListingFilter filter, long offset, int limit) {
        ListingFilter.Sql sql = filter.sql();
        return Rows.read(
                database,
                SELECT + "where l.service_id in (select l.service_id from listing l where " + sql.where()
                        + " order by l.service_id limit ? offset ?) order by l.service_id",
                s -> {
                    int next = sql.bind(s);
                    s.setInt(next, limit);
                    s.setLong(next + 1, offset);
                },
                PublishedListings::row);
    }

    /**
     * What follows an id, for reading all without holding all.
     *
     * @param last null at the beginning
     * @param documents false leaves them out
     */
    public List<PublishedListing> following(ListingFilter filter, @Nullable UUID last, int limit, boolean documents) {
        ListingFilter.Sql sql = filter.sql();
        return Rows.read(
                database,
                (documents ? SELECT : SELECT_STAMPS) + "where " + sql.where()
                        + " and l.service_id > ? order by l.service_id limit ?",
                s -> {
                    int next = sql.bind(s);
                    s.setObject(next, last == null ? new UUID(0, 0) : last);
                    s.setInt(next + 1, limit);
                },
                PublishedListings::row);
    }

    /** All of some organizations. */
    public List<PublishedListing> ofOrganizations(Collection<UUID> organizations) {
        return Rows.read(
                database,
                SELECT + "where l.organization_id = any(?) and not l.withdrawn order by l.service_id",
                s -> s.setArray(1, s.getConnection().createArrayOf("uuid", organizations.toArray())),
                PublishedListings::row);
    }

    /** The hash of each document that is published now. */
    Map<UUID, byte[]> hashes(Collection<UUID> services) {
        Map<UUID, byte[]> hashes = new HashMap<>();
        Rows.read(
                database,
                "select service_id, hash from listing where service_id = any(?) and not withdrawn",
                s -> s.setArray(1, s.getConnection().createArrayOf("uuid", services.toArray())),
                row -> hashes.put(row.getObject(1, UUID.class), row.getBytes(2)));
        return hashes;
    }

    private static PublishedListing row(ResultSet row) throws SQLException {
        return new PublishedListing(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getLong(4),
                row.getBytes(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
