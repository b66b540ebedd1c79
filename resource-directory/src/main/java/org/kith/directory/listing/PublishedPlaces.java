package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.platform.Rows;

/** Services at locations, each with the document of its service, of which it is a part. */
@ApplicationScoped
public class PublishedPlaces {
    private static final String FROM = " from service_at_location p join listing l on l.service_id = p.service_id"
            + " join location a on a.id = p.location_id ";
    private static final String SELECT = "select p.id, l.change, l.document" + FROM;

    private final DataSource database;
    private final Totals<Filter> totals;

    PublishedPlaces(DataSource database, PublishedListings listings) {
        this.database = database;
        this.totals = new Totals<>(listings::last);
    }

    /** @param document of the whole service */
    @SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
    public record PublishedPlace(UUID id, long change, byte[] document) {}

    /**
     * Which places. A confidential place is never found by where it is.
     *
     * @param metres around the middle of what we know at the postal code; without it the postal code itself
     */
    public record Filter(
            ListingFilter listing,
            @Nullable String postalCode,
            @Nullable Double metres) {}

    public Optional<PublishedPlace> find(UUID id) {
        return Rows.read(
                        database,
                        SELECT + "where p.id = ? and not l.withdrawn",
                        s -> s.setObject(1, id),
                        PublishedPlaces::row)
                .stream()
                .findFirst();
    }

    public long count(Filter filter) {
        ListingFilter.Sql sql = sql(filter);
        LongSupplier counting =
                () -> Rows.number(database, "select count(*)" + FROM + "where " + sql.where(), sql::bind);
        boolean isPersonal = filter.listing().search() != null || filter.postalCode() != null;
        return isPersonal ? counting.getAsLong() : totals.of(filter, counting);
    }

    public List<PublishedPlace> page(Filter filter, long offset, int limit) {
        ListingFilter.Sql sql = sql(filter);
        return Rows.read(
                database,
                SELECT + "where p.id in (select p.id" + FROM + "where " + sql.where()
                        + " order by p.id limit ? offset ?) order by p.id",
                s -> {
                    int next = sql.bind(s);
                    s.setInt(next, limit);
                    s.setLong(next + 1, offset);
                },
                PublishedPlaces::row);
    }

    /** What follows an id; null at the beginning. */
    public List<PublishedPlace> following(Filter filter, @Nullable UUID last, int limit) {
        ListingFilter.Sql sql = sql(filter);
        return Rows.read(
                database,
                SELECT + "where " + sql.where() + " and p.id > ? order by p.id limit ?",
                s -> {
                    int next = sql.bind(s);
                    s.setObject(next, last == null ? new UUID(0, 0) : last);
                    s.setInt(next + 1, limit);
                },
                PublishedPlaces::row);
    }

    private ListingFilter.Sql sql(Filter filter) {
        ListingFilter.Sql sql = filter.listing().sql();
        StringBuilder where = new StringBuilder(sql.where());
        List<ListingFilter.Value> values = new ArrayList<>(sql.values());
        String code = filter.postalCode() == null ? null : normal(filter.postalCode());
        Double metres = filter.metres();
        if (code != null && metres == null) {
            where.append(" and not a.confidential and upper(replace(a.postal_code, ' ', '')) = ?");
            values.add(connection -> code);
        } else if (code != null && metres != null) {
            near(code, metres, where, values);
        }
        return new ListingFilter.Sql(where.toString(), values);
    }

    /** A box that the index on coordinates finds, then the distance on the sphere. */
    private void near(String code, double metres, StringBuilder where, List<ListingFilter.Value> values) {
        List<double[]> middle = Rows.read(
                database,
                "select avg(latitude), avg(longitude) from location where not confidential and latitude is not null"
                        + " and upper(replace(postal_code, ' ', '')) = ? having count(*) > 0",
                s -> s.setString(1, code),
                row -> new double[] {row.getDouble(1), row.getDouble(2)});
        if (middle.isEmpty()) {
            where.append(" and false");
            return;
        }
        double latitude = middle.getFirst()[0];
        double longitude = middle.getFirst()[1];
        double degrees = metres / 111_195;
        double degreesEast = degrees / Math.max(0.01, Math.cos(Math.toRadians(latitude)));
        where.append(" and not a.confidential and a.latitude between ? and ? and a.longitude between ? and ?"
                + " and 2 * 6371000 * asin(sqrt(power(sin(radians(a.latitude - ?) / 2), 2)"
                + " + cos(radians(?)) * cos(radians(a.latitude)) * power(sin(radians(a.longitude - ?) / 2), 2))) <= ?");
        for (double value : new double[] {
            latitude - degrees,
            latitude + degrees,
            longitude - degreesEast,
            longitude + degreesEast,
            latitude,
            latitude,
            longitude,
            metres
        }) {
            values.add(connection -> value);
        }
    }

    private static String normal(String postalCode) {
        return postalCode.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static PublishedPlace row(ResultSet row) throws SQLException {
        return new PublishedPlace(row.getObject(1, UUID.class), row.getLong(2), row.getBytes(3));
    }
}
