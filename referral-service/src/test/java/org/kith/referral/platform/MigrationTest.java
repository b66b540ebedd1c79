package org.kith.referral.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.kith.referral.ServiceTest;

/** In production nobody is a superuser: the migrations must do with the rights of a database's owner. */
@QuarkusTest
class MigrationTest extends ServiceTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void anOwnerWithoutSpecialRightsMigratesAndIsHeldByThePoliciesToo() throws SQLException {
        sql("CREATE ROLE plain_owner LOGIN");
        sql("GRANT kith_referral, kith_referral_clock TO plain_owner");
        sql("CREATE DATABASE plain OWNER plain_owner");
        String plain = url.substring(0, url.lastIndexOf('/')) + "/plain";

        Flyway flyway = Flyway.configure()
                .dataSource(plain, "plain_owner", "")
                .locations("db/outbox", "db/migration")
                .load();
        assertThat(flyway.migrate().success).isTrue();
        assertThat(flyway.migrate().migrationsExecuted).isZero();

        try (var connection = DriverManager.getConnection(plain, "plain_owner", "");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE kith_referral");
            statement.execute("SELECT set_config('kith.tenant', 'riverside', true)");
            statement.execute("INSERT INTO client (id, tenant, created_at, version)"
                    + " VALUES (gen_random_uuid(), 'riverside', now(), 0)");
            statement.execute("INSERT INTO audit_entry (chain, at, actor, actor_role, action, object, status)"
                    + " VALUES ('riverside', now(), 'a', 'b', 'GET', '/v1/clients', 200)");
            connection.commit();
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM client")) {
                rows.next();
                assertThat(rows.getInt(1)).as("the owner, saying no tenant").isZero();
            }
            connection.rollback();
        }
    }
}
