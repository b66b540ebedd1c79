package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/** The locks under which listings are written and numbered; all are of the transaction and end with it. */
@ApplicationScoped
class Numbering {
    /** Any number, as long as nobody else in this database takes it: "listing" on a telephone. */
    private static final long LISTING = 5478464;

    private final DataSource database;
    private final Event<ListingsChanged> changes;

    Numbering(DataSource database, Event<ListingsChanged> changes) {
        this.database = database;
        this.changes = changes;
    }

    /** One writer at a time for an organization, so that each composes its documents from what the other wrote. */
    void lock(Collection<UUID> organizations) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(id::text, ?))"
                                + " from (select id from unnest(?) id order by id) sorted")) {
            lock.setLong(1, LISTING);
            lock.setArray(2, connection.createArrayOf("uuid", organizations.toArray()));
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reserves numbers and lets nobody else reserve any until this transaction has ended: so that numbers become visible
     * in their order. Nothing that another writer might hold may be asked for after it.
     *
     * @return the first of them
     */
    long next(int count) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)");
                PreparedStatement take = connection.prepareStatement(
                        "select min(nextval('listing_change')) from generate_series(1, ?)")) {
            lock.setLong(1, LISTING);
            lock.executeQuery().close();
            take.setInt(1, count);
            try (ResultSet row = take.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wakes whoever follows the changes, here and in other processes, when this transaction commits. */
    void announce(long change) {
        changes.fire(new ListingsChanged(change));
        try (Connection connection = database.getConnection();
                PreparedStatement notify = connection.prepareStatement("select pg_notify('listing', ?)")) {
            notify.setString(1, Long.toString(change));
            notify.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
