package org.kith.directory.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.NameBasedId;
import org.kith.localstack.TestTokens;

@DirectoryTest
class ImportResourceTest {
    @Inject
    DataSource database;

    @Test
    void takesInADirtyDirectoryAndAccountsForEveryRow() {
        JsonNode job = imported("dirty", Zips.of("ohana"));

        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("format").asText()).isEqualTo("ohana-csv");
        assertThat(job.path("progress").asDouble()).isEqualTo(1);
        assertThat(job.path("rows").path("in").asInt()).isEqualTo(25);
        assertAdded(job);
        assertThat(job.at("/by_entity/service/stored").asInt()).isEqualTo(3);
        assertThat(job.at("/by_entity/service/refused").asInt()).isEqualTo(1);

        JsonNode circle = listing("dirty", "1001");
        assertThat(circle.at("/organization/name").asText()).isEqualTo("The Circle");
        assertThat(circle.at("/description").asText()).isEqualTo("We meet & talk.\nCome\nby.");
        assertThat(circle.at("/minimum_age").asInt()).isEqualTo(18);
        assertThat(circle.at("/phones/0/number").asText()).isEqualTo("(800) 370-5323");
        assertThat(circle.at("/phones/1/extension").asInt()).isEqualTo(574);
        assertThat(circle.at("/schedules/0/opens_at").asText()).isEqualTo("08:30");
        assertThat(circle.at("/service_at_locations/0/location/addresses/0/address_1")
                        .asText())
                .isEqualTo("12 Elm St");
    }

    @Test
    void tellsRowByRowWhatItRepairedAndRefused() {
        JsonNode job = imported("told", Zips.of("ohana"));
        List<JsonNode> report = report(job);

        assertThat(report)
                .anySatisfy(line -> {
                    assertThat(line.path("file").asText()).isEqualTo("phones.csv");
                    assertThat(line.path("row").asInt()).isEqualTo(1);
                    assertThat(line.path("action").asText()).isEqualTo("repaired");
                    assertThat(line.at("/problems/0/code").asText()).isEqualTo("phone-letters");
                    assertThat(line.at("/problems/0/original").asText()).isEqualTo("(800) 370-LEAD");
                    assertThat(line.at("/problems/0/now").asText()).isEqualTo("(800) 370-5323");
                })
                .anySatisfy(line -> {
                    assertThat(line.path("entity").asText()).isEqualTo("organization");
                    assertThat(line.path("source_id").asText()).isEqualTo("103");
                    assertThat(line.path("action").asText()).isEqualTo("refused");
                    assertThat(line.at("/problems/0/code").asText()).isEqualTo("no-name");
                });
        assertThat(report.stream().filter(l -> l.path("action").asText().equals("refused")))
                .hasSize(job.at("/rows/refused").asInt());
        assertThat(report.stream().filter(l -> l.path("action").asText().equals("repaired")))
                .hasSize(job.at("/rows/repaired").asInt());
    }

    @Test
    void importingTwiceChangesNothing() {
        imported("twice", Zips.of("ohana"));
        long change = lastChange();
        JsonNode again = imported("twice", Zips.of("ohana"));

        assertThat(again.at("/rows/stored").asInt()).isZero();
        assertThat(again.at("/rows/repaired").asInt()).isZero();
        assertAdded(again);
        assertThat(lastChange()).isEqualTo(change);
    }

    @Test
    void aNewerCopyUpdatesAndWithdrawsOnlyWhenAsked() {
        Map<String, String> files = Zips.files("ohana");
        imported("newer", Zips.of(files));
        files.put(
                "services.csv",
                withoutLine(files.getOrDefault("services.csv", ""), "1002,")
                        .replace("Grief circle", "Circle of grief"));
        JsonNode kept = imported("newer", Zips.of(files));
        assertThat(kept.at("/by_entity/service/stored").asInt()).isEqualTo(1);
        assertThat(kept.at("/by_entity/service/unchanged").asInt()).isEqualTo(1);
        assertThat(listing("newer", "1001").path("name").asText()).isEqualTo("Circle of grief");
        assertThat(isListed("newer", "1002")).isTrue();

        JsonNode withdrawn = wait(post("newer", Zips.of(files), "x.zip", Map.of("withdraw_missing", "true")));
        assertThat(withdrawn.path("state").asText()).isEqualTo("done");
        assertThat(isListed("newer", "1002")).isFalse();
        assertThat(isListed("newer", "1001")).isTrue();
        assertThat(report(withdrawn))
                .anySatisfy(line -> assertThat(line.path("action").asText()).isEqualTo("withdrawn"));

        files.keySet().forEach(file -> files.computeIfPresent(file, (f, text) -> withoutLine(text, "102,")));
        files.put("organizations.csv", withoutLine(files.getOrDefault("organizations.csv", ""), "102,"));
        wait(post("newer", Zips.of(files), "x.zip", Map.of("withdraw_missing", "true")));
        assertThat(count("select count(*) from organization where id = '"
                        + NameBasedId.ofForeign("newer", "organization", "102") + "'"))
                .isZero();
    }

    @Test
    void aDryRunOnlySaysWhatItWouldDo() {
        JsonNode job = wait(post("dry", Zips.of("ohana"), "x.zip", Map.of("dry_run", "true")));

        assertThat(job.path("dry_run").asBoolean()).isTrue();
        assertThat(job.at("/rows/stored").asInt()).isPositive();
        assertAdded(job);
        assertThat(isListed("dry", "1001")).isFalse();
        undo(job).then().statusCode(409);
    }

    @Test
    void undoWithdrawsWhatWasNewAndRestoresWhatWasNot() {
        Map<String, String> files = Zips.files("ohana");
        JsonNode first = imported("undone", Zips.of(files));
        files.put(
                "services.csv",
                files.getOrDefault("services.csv", "").replace("Grief circle", "Renamed")
                        + "1005,1,,New one,,,,,Added,active,,\n");
        JsonNode second = imported("undone", Zips.of(files));
        assertThat(listing("undone", "1001").path("name").asText()).isEqualTo("Renamed");
        assertThat(isListed("undone", "1005")).isTrue();

        undo(first)
                .then()
                .statusCode(409)
                .body("imports", hasItem(second.path("id").asText()));
        undo(second).then().statusCode(200).body("state", equalTo("undone"));
        assertThat(listing("undone", "1001").path("name").asText()).isEqualTo("Grief circle");
        assertThat(isListed("undone", "1005")).isFalse();
        undo(second).then().statusCode(409);

        undo(first).then().statusCode(200).body("state", equalTo("undone"));
        assertThat(isListed("undone", "1001")).isFalse();
        assertThat(imported("undone", Zips.of("ohana"))
                        .at("/by_entity/service/stored")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void anOrganizationMadeForAnOrphanIsTakenBackAndWithdrawnLikeAnyOther() {
        Map<String, String> files = Zips.files("ohana");
        files.merge("services.csv", "1009,,,Alone in the world.,,,,,Orphan,active,,\n", String::concat);
        JsonNode first = imported("orphan", Zips.of(files));
        assertThat(listing("orphan", "1009").at("/organization/name").asText()).isEqualTo("Orphan");
        undo(first).then().statusCode(200);
        assertThat(isListed("orphan", "1009")).isFalse();

        imported("orphan", Zips.of(files));
        assertThat(isListed("orphan", "1009")).isTrue();
        JsonNode last = wait(post("orphan", Zips.of("ohana"), "x.zip", Map.of("withdraw_missing", "true")));
        assertThat(isListed("orphan", "1009")).isFalse();
        undo(last).then().statusCode(200);
        assertThat(isListed("orphan", "1009")).isTrue();
    }

    @Test
    void theSameFileTwiceAtOnceIsQueued() {
        byte[] zip = Zips.of("ohana");
        Response one = post("queued", zip, "x.zip", Map.of());
        Response two = post("queued", zip, "x.zip", Map.of());
        assertThat(wait(one).at("/rows/stored").asInt()).isPositive();
        assertThat(wait(two).at("/rows/stored").asInt()).isZero();
    }

    @Test
    void refusesWhatCannotBeReadWithAClearProblem() {
        refused("broken.zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3}, "zip-malformed");
        refused("bomb.zip", Zips.bomb(), "zip-bomb");
        refused("evil.zip", Zips.of(Map.of("../../etc/organizations.csv", "id,name\n1,x\n")), "zip-path");
        refused("novel.txt", "It was a dark and stormy night.".getBytes(StandardCharsets.UTF_8), "unknown-format");
        refused("empty.csv", new byte[0], "empty-upload");
    }

    @Test
    void anUploadThatTurnsOutUnreadableFailsAndSaysWhy() {
        JsonNode job = imported("cut", "services.json", "[{\"id\": \"1\", \"name\": ".getBytes(StandardCharsets.UTF_8));
        assertThat(job.path("state").asText()).isEqualTo("failed");
        assertThat(job.at("/problem/code").asText()).isEqualTo("json-malformed");
    }

    @Test
    void isForStewardsOnly() {
        given().get("/v1/imports").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of("editor-hope"))
                .get("/v1/imports")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .get("/v1/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownImportIsNotFound() {
        for (String path : new String[] {"", "/report", "/events"}) {
            steward().get("/v1/imports/" + UUID.randomUUID() + path).then().statusCode(404);
            steward().get("/v1/imports/nonsense" + path).then().statusCode(404);
        }
        steward().post("/v1/imports/" + UUID.randomUUID() + "/undo").then().statusCode(404);
    }

    @Test
    void asksForAFileAndAProperSource() {
        steward().multiPart("source", "x").post("/v1/imports").then().statusCode(422);
        post("No Spaces!", Zips.of("ohana"), "x.zip", Map.of()).then().statusCode(422);
    }

    @Test
    void refusesATooLargeFileBeforeItIsSent() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:kith:problem:too-large");
        }
    }

    @Test
    void followsProgressOverServerSentEvents() {
        Response job = post("followed", Zips.of("ohana"), "x.zip", Map.of());
        String events = steward()
                .accept("text/event-stream")
                .get(job.getHeader("Location") + "/events")
                .asString();
        assertThat(events).contains("data:").contains("\"state\":\"done\"");
    }

    @Test
    void readsNestedHsdsDocuments() {
        String document = """
                [{"id": "5a3f3a0e-0000-4000-8000-000000000001", "name": "Warm line", "status": "active",
                  "x_vendor": {"secret": true},
                  "organization": {"id": "5a3f3a0e-0000-4000-8000-000000000002", "name": "Line", "description": "d"},
                  "phones": [{"number": "410-555-0199 ext. 7"}],
                  "attributes": [
                    {"taxonomy_term": {"taxonomy": "kith:kind", "code": "warmline"}},
                    {"taxonomy_term": {"taxonomy": "kith:kind2", "code": "x"}}]}]
                """;
        JsonNode job = imported("nested", "services.json", document.getBytes(StandardCharsets.UTF_8));
        assertThat(job.path("format").asText()).isEqualTo("hsds-3-json");
        assertThat(job.at("/rows/stored").asInt()).isEqualTo(2);
        JsonNode listing = document(UUID.fromString("5a3f3a0e-0000-4000-8000-000000000001"));
        assertThat(listing.at("/attributes/0/taxonomy_term/code").asText()).isEqualTo("warmline");
        assertThat(listing.at("/attributes")).hasSize(1);
        assertThat(listing.at("/phones/0/extension").asInt()).isEqualTo(7);
        assertThat(report(job).toString()).contains("unknown-code").contains("service.x_vendor");
    }

    private void refused(String name, byte[] bytes, String code) {
        post("refused", bytes, name, Map.of()).then().statusCode(422).body("code", equalTo(code));
    }

    private static void assertAdded(JsonNode job) {
        List<JsonNode> counts = new ArrayList<>(List.of(job.path("rows")));
        job.path("by_entity").forEach(counts::add);
        for (JsonNode c : counts) {
            assertThat(c.path("stored").asInt()
                            + c.path("unchanged").asInt()
                            + c.path("refused").asInt())
                    .isEqualTo(c.path("in").asInt());
        }
    }

    static io.restassured.specification.RequestSpecification steward() {
        return given().auth().oauth2(TestTokens.of("steward"));
    }

    static Response undo(JsonNode job) {
        return steward().post("/v1/imports/" + job.path("id").asText() + "/undo");
    }

    static Response post(String source, byte[] bytes, String name, Map<String, String> more) {
        var request = steward().multiPart("file", name, bytes).multiPart("source", source);
        more.forEach(request::multiPart);
        return request.post("/v1/imports");
    }

    private static JsonNode imported(String source, byte[] zip) {
        return imported(source, source + ".zip", zip);
    }

    private static JsonNode imported(String source, String name, byte[] bytes) {
        return wait(post(source, bytes, name, Map.of()));
    }

    static JsonNode wait(Response accepted) {
        accepted.then().statusCode(202);
        return over(accepted.path("id"));
    }

    static JsonNode over(String id) {
        String path = "/v1/imports/" + id;
        return await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> HsdsJson.tree(steward().get(path).asByteArray()),
                        job -> !List.of("queued", "running")
                                .contains(job.path("state").asText()));
    }

    private static List<JsonNode> report(JsonNode job) {
        return steward()
                .get("/v1/imports/" + job.path("id").asText() + "/report")
                .asString()
                .lines()
                .map(line -> HsdsJson.tree(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String withoutLine(String text, String start) {
        return String.join(
                        "\n",
                        text.lines().filter(line -> !line.startsWith(start)).toList()) + "\n";
    }

    private JsonNode listing(String source, String id) {
        return document(NameBasedId.ofForeign(source, "service", id));
    }

    private boolean isListed(String source, String id) {
        return count("select count(*) from listing where not withdrawn and service_id = '"
                        + NameBasedId.ofForeign(source, "service", id) + "'")
                == 1;
    }

    private long lastChange() {
        return count("select max(change) from listing");
    }

    private long count(String sql) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode document(UUID service) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select document from listing where service_id = '" + service + "'")) {
            assertThat(row.next()).isTrue();
            return HsdsJson.tree(row.getBytes(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
