package org.kith.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Opens connections beside the pool, to the same database. A session that holds a lock and listens must end when it is
 * closed, not go back to a pool.
 */
final class OwnConnection {
    private OwnConnection() {}

    static Connection open(AgroalDataSource pool) throws SQLException {
        AgroalConnectionFactoryConfiguration settings =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(settings.jdbcProperties());
        if (settings.principal() != null) {
            properties.setProperty("user", settings.principal().getName());
        }
        for (Object credential : settings.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.setProperty("password", password.getWord());
            }
        }
        return open(settings.jdbcUrl(), properties);
    }

    static Connection open(String url, Properties properties) throws SQLException {
        properties.setProperty("ApplicationName", "kith-outbox-relay");
        properties.setProperty("tcpKeepAlive", "true");
        // Seconds; nothing that the relay asks takes long, so silence means that the server is gone.
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url, properties);
    }
}
