package org.kith.directory.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hears that listings have changed. A connection of its own, outside the pool: it listens all its life.
 *
 * <p>Hearing nothing is harmless, since whoever waits here looks for himself at the end of the wait.
 */
@Singleton
class ChangeNotices {
    private static final Logger LOG = Logger.getLogger(ChangeNotices.class);
    private static final long PAUSE_MILLIS = 500;

    private final String url;
    private final String user;
    private final String password;
    private @Nullable Connection connection;
    private volatile boolean closed;

    ChangeNotices(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Until something changed, at most so long. Returns at once after it had to connect: something may have been missed. */
    void await(Duration limit) {
        try {
            Connection listening = connection;
            if (listening == null) {
                connection = connect();
                return;
            }
            listening.unwrap(PGConnection.class).getNotifications((int) limit.toMillis());
        } catch (SQLException e) {
            disconnect();
            if (!closed) {
                LOG.debugf("Lost the connection that listens for changes: %s", e.getMessage());
                pause();
            }
        }
    }

    void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From any thread: ends a wait. */
    void close() {
        closed = true;
        disconnect();
    }

    private Connection connect() throws SQLException {
        Connection opened = DriverManager.getConnection(url, user, password);
        try (Statement listen = opened.createStatement()) {
            listen.execute("set application_name = 'kith search'");
            listen.execute("listen listing");
        }
        return opened;
    }

    private void disconnect() {
        Connection listening = connection;
        connection = null;
        if (listening != null) {
            try {
                listening.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debugf("The listening connection was gone already: %s", e.getMessage());
            }
        }
    }
}
