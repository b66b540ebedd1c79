package org.kith.referral.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kith.referral.ServiceTest;

@QuarkusTest
class AuditTest extends ServiceTest {
    private static final String CLINIC = "clinic-riverside";

    @Test
    void readsChangesAndDenialsAreWrittenDown() {
        String client = newClient(CLINIC);
        String path = "/v1/clients/" + client;
        as(CLINIC).get(path).then().statusCode(200);
        as("clinic-hilltop").get(path).then().statusCode(404);
        as("provider-hope").get(path).then().statusCode(403);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> as("auditor")
                        .queryParam("object", path)
                        .get("/v1/audit")
                        .then()
                        .statusCode(200)
                        .body("items.status", hasItems(200, 404, 403))
                        .body("items.chain", hasItems("riverside", "hilltop", "hope-center"))
                        .body("items.actor_role", hasItem("partner-clinic")));
    }

    @Test
    void theLogIsPagedByCursor() {
        newClient(CLINIC);
        newClient(CLINIC);
        String next =
                as("auditor").get("/v1/audit?organization=riverside&limit=1").path("next");
        as("auditor")
                .queryParam("organization", "riverside")
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        as("auditor").queryParam("cursor", next).get("/v1/audit").then().statusCode(400);
    }

    @Test
    void aRowThatSomebodyChangedIsNamed() {
        newClient("clinic-hilltop");
        as("auditor").get("/v1/audit/verification").then().statusCode(200).body("intact", equalTo(true));
        // Not even an owner changes a row by accident; one who means to must take the trigger away first.
        assertThatThrownBy(() -> sql("UPDATE audit_entry SET actor = 'somebody else'"))
                .hasRootCauseMessage("ERROR: the audit log is append-only\n  Where: PL/pgSQL function"
                        + " audit_is_append_only() line 3 at RAISE");
        assertThatThrownBy(() -> sql("DELETE FROM audit_entry")).hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> sql("TRUNCATE audit_entry")).hasStackTraceContaining("append-only");

        String change = "ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;"
                + " UPDATE audit_entry SET status = %s WHERE chain = 'hilltop' AND position = 1;"
                + " ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only";
        sql(change.formatted("status + 1000"));
        as("auditor")
                .get("/v1/audit/verification")
                .then()
                .body("intact", equalTo(false))
                .body("broken[0].chain", equalTo("hilltop"))
                .body("broken[0].position", equalTo(1))
                .body("broken[0].problem", equalTo("changed"));
        sql(change.formatted("status - 1000"));
        as("auditor").get("/v1/audit/verification").then().body("intact", equalTo(true));
    }
}
