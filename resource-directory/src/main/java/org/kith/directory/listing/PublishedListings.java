package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code listing}: documents by id, and changes in order. */
@ApplicationScoped
public class PublishedListings {
    private static final String COLUMNS =
            "select service_id, organization_id, change, document, last_modified from listing ";

    private final DataSource database;

    PublishedListings(DataSource database) {
        this.database = database;
    }

    /** Also a withdrawn one, so that one can tell "gone" from "never was". */
    public Optional<PublishedListing> find(UUID service) {
        return query(COLUMNS + "where service_id = ?", s -> s.setObject(1, service)).stream()
                .findFirst();
    }

    /** What changed after a number, oldest first; withdrawn ones come without a document. */
    public List<PublishedListing> after(long change, int limit) {
        return query(COLUMNS + "where change > ? order by change limit ?", s -> {
            s.setLong(1, change);
            s.setInt(2, limit);
        });
    }

    /** The number of the newest change; 0 when there is none. */
    public long last() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select coalesce(max(change), 0) from listing");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of each document that is published now. */
    Map<UUID, byte[]> hashes(Collection<UUID> services) {
        Map<UUID, byte[]> hashes = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select service_id, hash from listing where service_id = any(?) and not withdrawn")) {
            select.setArray(1, connection.createArrayOf("uuid", services.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.put(rows.getObject(1, UUID.class), rows.getBytes(2));
                }
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills in the parameters of a statement. */
    @FunctionalInterface
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    List<PublishedListing> query(String sql, Parameters parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            List<PublishedListing> listings = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    listings.add(new PublishedListing(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getLong(3),
                            rows.getBytes(4),
                            rows.getObject(5, OffsetDateTime.class)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toInstant()));
                }
            }
            return listings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
