package org.kith.referral.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.localstack.TestTokens.HOPE_CENTER;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.referral.ServiceTest;

/** The second wall, asked by SQL alone: what a query sees that forgets every condition. */
@QuarkusTest
class RowLevelSecurityTest extends ServiceTest {
    private static final List<String> TABLES = List.of(
            "client", "client_key", "consent", "plan", "referral", "attempt", "history", "disclosure", "check_in");

    private String attempt = "";

    @BeforeEach
    void somethingToSee() {
        attempt = offered("clinic-riverside");
        provider(attempt, "accept", "{}").then().statusCode(200);
        provider(attempt, "start", "{}").then().statusCode(200);
    }

    @Test
    void aQueryWithoutATenantReturnsNothing() {
        for (String table : TABLES) {
            assertThat(count("", "", table)).as(table).isZero();
        }
    }

    @Test
    void aTenantSeesItsOwnRowsAlone() {
        assertThat(count("riverside", "", "referral")).isPositive();
        assertThat(number("riverside", "", "SELECT count(*) FROM referral WHERE tenant <> 'riverside'"))
                .isZero();
        assertThat(number("hilltop", "", "SELECT count(*) FROM attempt WHERE id = '" + attempt + "'"))
                .isZero();
        assertThat(number("hilltop", "", "SELECT count(*) FROM history WHERE attempt_id = '" + attempt + "'"))
                .isZero();
    }

    @Test
    void anOrganizationSeesWhatWasOfferedToItAlone() {
        assertThat(number("", HOPE_CENTER, "SELECT count(*) FROM attempt WHERE id = '" + attempt + "'"))
                .isOne();
        assertThat(count("", HOPE_CENTER, "client")).isPositive();
        String client = "SELECT count(*) FROM client c WHERE NOT EXISTS"
                + " (SELECT FROM attempt a WHERE a.client_id = c.id AND a.organization_id = '%s')";
        assertThat(number("", HOPE_CENTER, client.formatted(HOPE_CENTER))).isZero();
        assertThat(number("", OTHER_ORGANIZATION, "SELECT count(*) FROM attempt WHERE id = '" + attempt + "'"))
                .isZero();
    }

    @Test
    void nobodyWritesARowForAnotherTenant() {
        String insert = "INSERT INTO client (id, tenant, created_at, version)"
                + " VALUES (gen_random_uuid(), 'riverside', now(), 0) RETURNING 1";
        assertThatThrownBy(() -> number("hilltop", "", insert)).hasMessageContaining("row-level security");
        assertThat(number(
                        "hilltop",
                        "",
                        "WITH u AS (UPDATE referral SET need = 'food' RETURNING tenant)"
                                + " SELECT count(*) FROM u WHERE tenant <> 'hilltop'"))
                .isZero();
    }

    @Test
    void anOrganizationDoesNotReadAClientAfterItDeclined() {
        String declined = offered("clinic-riverside");
        String key = "SELECT count(*) FROM client_key WHERE client_id ="
                + " (SELECT client_id FROM attempt WHERE id = '" + declined + "')";
        assertThat(number("", HOPE_CENTER, key)).isOne();
        provider(declined, "decline", "{\"reason\": \"no-capacity\"}").then().statusCode(200);
        assertThat(number("", HOPE_CENTER, key)).isZero();
    }

    @Test
    void theServiceCannotRewriteTheAuditLogOrItsHeads() {
        assertThatThrownBy(() -> number("riverside", "", "DELETE FROM audit_entry RETURNING 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> number("riverside", "", "SELECT count(*) FROM audit_head"))
                .hasMessageContaining("permission denied");
    }

    private long count(String tenant, String organization, String table) {
        return number(tenant, organization, "SELECT count(*) FROM " + table);
    }

    private long number(String tenant, String organization, String query) {
        String identity = "SELECT set_config('kith.tenant', '%s', true), set_config('kith.organization', '%s', true)";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("SET LOCAL ROLE kith_referral");
                statement.execute(identity.formatted(tenant, organization));
                try (ResultSet row = statement.executeQuery(query)) {
                    row.next();
                    return row.getLong(1);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
