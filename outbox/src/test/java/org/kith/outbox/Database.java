package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A database with our migration, and aggregates that hold their key as a service's do. */
final class Database {
    private final String url;

    private Database(String url) {
        this.url = url;
    }

    /** Makes a database of that name beside the one that the address names. */
    static Database create(String address, String name) throws SQLException, IOException {
        new Database(address).execute("CREATE DATABASE " + name);
        return prepare(address.substring(0, address.lastIndexOf('/') + 1) + name);
    }

    static Database prepare(String url) throws SQLException, IOException {
        Database database = new Database(url);
        try (Connection connection = database.open();
                var statement = connection.createStatement();
                InputStream migration = Database.class.getResourceAsStream("/db/outbox/V001__outbox_and_inbox.sql")) {
            if (migration == null) {
                throw new AssertionError("The migration is not on the class path");
            }
            statement.execute(new String(migration.readAllBytes(), UTF_8));
            statement.execute("CREATE TABLE aggregate (key text PRIMARY KEY, sequence bigint NOT NULL)");
        }
        return database;
    }

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", "postgres");
        return DriverManager.getConnection(url, properties);
    }

    /** A connection as a relay has it. */
    Connection openForRelay() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", "postgres");
        return OwnConnection.open(url, properties);
    }

    /** A transaction under way, whose first statement this is. */
    Connection begin(String sql) throws SQLException {
        Connection connection = open();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    /** Changes the aggregate and appends the event with its next sequence, without committing. */
    static void change(Connection connection, String topic, String key) throws SQLException {
        long sequence;
        try (PreparedStatement next = connection.prepareStatement("""
                INSERT INTO aggregate AS known VALUES (?, 1)
                ON CONFLICT (key) DO UPDATE SET sequence = known.sequence + 1 RETURNING sequence""")) {
            next.setString(1, key);
            try (ResultSet result = next.executeQuery()) {
                result.next();
                sequence = result.getLong(1);
            }
        }
        Outbox.insert(connection, List.of(event(topic, key, sequence)));
    }

    static OutboxEvent event(String topic, String key, long sequence) {
        byte[] data = "{\"sequence\":%d}".formatted(sequence).getBytes(UTF_8);
        return new OutboxEvent(topic, key, CloudEvents.type("test.changed"), data, null, sequence);
    }

    void change(String topic, String key) throws SQLException {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            change(connection, topic, key);
            connection.commit();
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    long waiting() throws SQLException {
        return number("SELECT count(*) FROM outbox");
    }

    String url() {
        return url;
    }
}
