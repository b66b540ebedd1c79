package org.kith.directory.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.localstack.TestTokens;

@DirectoryTest
class ReportsTest {
    private static final UUID HOPE = UUID.fromString(TestTokens.HOPE_CENTER);

    private final Organization hope = organization("Hope Center").but(o -> o.id = HOPE);
    private final Organization other = organization("Neighbours");
    private final Listing ours = service("ours").but(l -> l.assuredDate = today());
    private final Listing theirs = service("next door");

    @Inject
    Directory directory;

    @Inject
    OpenQuestions questions;

    @Inject
    DataSource database;

    @BeforeEach
    void store() {
        directory.store(tree(hope, List.of(), ours));
        directory.store(tree(other, List.of(), theirs));
    }

    @Test
    void anybodyReportsAndTheEditorReadsAndSettles() {
        assertThat(causes("editor-hope", ours)).isEmpty();
        String id = report(ours, "wrong-hours", "Quinsdays now")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        report(ours, "wrong-contact", null).then().statusCode(201);
        assertThat(causes("editor-hope", ours)).containsExactly("reported-wrong");
        as("editor-hope")
                .get("/v1/services/" + ours.id() + "/reports?limit=1")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items[0].id", equalTo(id))
                .body("items[0].text", equalTo("Quinsdays now"))
                .body("items[0].state", equalTo("open"));

        // What somebody wrote stands nowhere else.
        for (String path : List.of(
                "/v1/services/" + ours.id(),
                "/v1/services/" + ours.id() + "/history",
                "/v1/changes?limit=500",
                "/v1/verification-queue?organization_id=" + HOPE)) {
            assertThat(as("steward").get(path).asString()).as(path).doesNotContain("Quinsdays");
        }

        resolve("editor-hope", ours, id)
                .then()
                .statusCode(200)
                .body("text", equalTo(null))
                .body("resolved_by", equalTo("directory-editor@hope-center"));
        resolve("editor-hope", ours, id).then().statusCode(409);
        // The other one still asks.
        assertThat(causes("editor-hope", ours)).containsExactly("reported-wrong");
        String second = as("editor-hope")
                .get("/v1/services/" + ours.id() + "/reports")
                .jsonPath()
                .getString("items[0].id");
        resolve("steward", ours, second).then().statusCode(200);
        assertThat(causes("editor-hope", ours)).isEmpty();
        assertThat(as("editor-hope")
                        .get("/v1/services/" + ours.id() + "/reports?all=true")
                        .jsonPath()
                        .getList("items.state"))
                .containsExactly("resolved", "resolved");
    }

    @Test
    void whatWasReportedAboutSafetyIsForStewards() {
        String id = report(ours, "unsafe", "I was hurt").then().extract().path("id");
        as("editor-hope").get("/v1/services/" + ours.id() + "/reports").then().body("items.id", not(hasItem(id)));
        resolve("editor-hope", ours, id).then().statusCode(404);
        verify("editor-hope", ours, today()).then().statusCode(201);
        // The organization's own word does not settle it.
        assertThat(causes("steward", ours)).containsExactly("reported-unsafe");
        verify("steward", ours, today()).then().statusCode(201);
        assertThat(causes("steward", ours)).isEmpty();
        as("steward")
                .get("/v1/services/" + ours.id() + "/reports?all=true")
                .then()
                .body("items[0].resolution", equalTo("verified"))
                .body("items[0].text", equalTo(null));
    }

    @Test
    void aVerificationAnswersOnlyWhatWasAskedUntilThatDay() {
        questions.ask(id(ours), Cause.SERVICE_DISCONTINUED);
        report(ours, "closed", null).then().statusCode(201);
        verify("editor-hope", ours, today().minusDays(1)).then().statusCode(201);
        assertThat(causes("editor-hope", ours)).containsExactly("service-discontinued", "reported-closed");
        verify("editor-hope", ours, today()).then().statusCode(201);
        assertThat(causes("editor-hope", ours)).isEmpty();
    }

    @Test
    void theSameRequestAgainIsOneReport() {
        String key = UUID.randomUUID().toString();
        String first =
                repeated(ours, key, "closed").then().statusCode(201).extract().path("id");
        repeated(ours, key, "closed").then().statusCode(201).body("id", equalTo(first));
        repeated(ours, key, "other").then().statusCode(422).body("errors[0].pointer", equalTo("Idempotency-Key"));
        // A key is good for one service: what others chose tells nobody anything.
        repeated(theirs, key, "closed").then().statusCode(201).body("id", not(equalTo(first)));
        assertThat(as("steward")
                        .get("/v1/services/" + ours.id() + "/reports")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void programsThatFillInEverythingAreThankedAndNotHeard() {
        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"closed\", \"website\": \"https://spam.example\"}")
                .post("/v1/services/" + ours.id() + "/reports")
                .then()
                .statusCode(201);
        assertThat(as("steward")
                        .get("/v1/services/" + ours.id() + "/reports")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void nobodyReportsAllDayLong() {
        RequestSpecification busybody = somebody().body("{\"reason\": \"other\"}");
        for (int i = 0; i < 30; i++) {
            busybody.post("/v1/services/" + UUID.randomUUID() + "/reports")
                    .then()
                    .statusCode(404);
        }
        busybody.post("/v1/services/" + ours.id() + "/reports")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .header("RateLimit", containsString("\"reports\";r=0"))
                .header("Access-Control-Expose-Headers", containsString("RateLimit"));
        report(ours, "closed", null).then().statusCode(201);
    }

    @Test
    void guessingTokensEndsToo() {
        RequestSpecification burglar = somebody().auth().oauth2("not.a.token");
        for (int i = 0; i < 200; i++) {
            burglar.get("/v1/verification-queue").then().statusCode(401);
        }
        burglar.get("/v1/verification-queue").then().statusCode(429);
        // Everybody else goes on.
        somebody()
                .auth()
                .oauth2("not.a.token")
                .get("/v1/verification-queue")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsNoReportIsRefused() {
        report(ours, "boring", null).then().statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        report(ours, "other", "x".repeat(2001)).then().statusCode(422).body("errors[0].pointer", equalTo("/text"));
        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"other\", \"name\": \"R. M.\"}")
                .post("/v1/services/" + ours.id() + "/reports")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-field"));
        report(service("nowhere"), "closed", null).then().statusCode(404);
        given().get("/v1/services/" + ours.id() + "/reports").then().statusCode(401);
        as("app-openmap").get("/v1/services/" + ours.id() + "/reports").then().statusCode(403);
        as("editor-hope").get("/v1/services/" + theirs.id() + "/reports").then().statusCode(403);
        String id = report(theirs, "closed", null).then().extract().path("id");
        resolve("editor-hope", theirs, id).then().statusCode(403);
        resolve("steward", ours, id).then().statusCode(404);
        as("steward")
                .body("{\"resolution\": \"whatever\"}")
                .post("/v1/services/" + theirs.id() + "/reports/" + id + "/resolve")
                .then()
                .statusCode(422);
    }

    @Test
    void theMostUrgentComesFirstAndPagesSurviveWhatHappensBetweenThem() {
        Organization many = organization("Many");
        Listing[] services = new Listing[6];
        for (int i = 0; i < services.length; i++) {
            services[i] = service("s" + i);
        }
        services[1] = services[1].but(l -> l.assuredDate = today());
        services[2] = services[2].but(l -> l.assuredDate = today().minusDays(900));
        services[3] = services[3].but(l -> l.assuredDate = today().minusDays(800));
        directory.store(tree(many, List.of(), services));
        report(services[4], "unsafe", null).then().statusCode(201);
        questions.ask(id(services[5]), Cause.COULD_NOT_REACH);

        List<String> expected = List.of(
                "s4 reported-unsafe never-verified",
                "s5 could-not-reach never-verified",
                "s0 never-verified",
                "s2 verified-long-ago",
                "s3 verified-long-ago");
        assertThat(pages(many, "", () -> {})).isEqualTo(expected);
        assertThat(pages(many, "&cause=could-not-reach", () -> {})).containsExactly(expected.get(1));
        assertThat(pages(many, "&cause=never-verified", () -> {})).isEqualTo(expected.subList(0, 3));
        assertThat(pages(many, "&cause=verified-long-ago", () -> {})).isEqualTo(expected.subList(3, 5));

        // What was there all the time comes exactly once, whatever comes and goes.
        List<String> seen = pages(many, "", () -> {
            directory.store(tree(many, List.of(), service("new " + UUID.randomUUID())));
            directory.withdraw(List.of(id(services[4])));
        });
        assertThat(seen).doesNotHaveDuplicates().containsAll(expected.subList(1, 5));
        as("steward")
                .get("/v1/verification-queue?cause=boredom")
                .then()
                .statusCode(400)
                .body("errors[0].nearest", hasItem("never-verified"));
        as("editor-hope")
                .get("/v1/verification-queue?organization_id=" + many.id())
                .then()
                .statusCode(403);
        String cursor = as("steward")
                .get("/v1/verification-queue?limit=1&organization_id=" + many.id())
                .path("next");
        as("steward")
                .get("/v1/verification-queue?limit=1&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void aCrisisLineIsStaleMuchSooner() {
        Listing line = service("line").but(l -> {
            l.attributes = List.of(org.kith.directory.hsds.Kith.attribute("kith:kind", "crisis_line"));
            l.assuredDate = today().minusDays(91);
        });
        directory.store(tree(hope, List.of(), line, service("group").but(l -> l.assuredDate = today().minusDays(91))));
        assertThat(causes("editor-hope", line)).containsExactly("verified-long-ago");
        directory.store(tree(hope, List.of(), line.but(l -> l.assuredDate = today().minusDays(90))));
        assertThat(causes("editor-hope", line)).isEmpty();
    }

    @Test
    void aPageOfTheQueueReadsItsIndexAndSortsNothing() throws SQLException {
        for (Queue.Filter filter : List.of(
                new Queue.Filter(null, null),
                new Queue.Filter(HOPE, null),
                new Queue.Filter(null, Cause.NEVER_VERIFIED))) {
            List<Object> values = new ArrayList<>();
            String sql = Queue.sql(filter, Queue.Position.START, today(), values);
            assertThat(plan(sql, values))
                    .contains("listing_by_urgency", "Index Cond: (")
                    .doesNotContain("Sort");
        }
    }

    /** As it would be for many rows: of a small table everything is read. */
    private String plan(String sql, List<Object> values) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement settings = connection.createStatement()) {
            settings.execute("set enable_seqscan = off");
            settings.execute("set enable_bitmapscan = off");
            settings.execute("set enable_sort = off");
            try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
                for (int i = 0; i < values.size(); i++) {
                    explain.setObject(i + 1, values.get(i));
                }
                explain.setInt(values.size() + 1, 100);
                try (ResultSet rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
            } finally {
                settings.execute("reset all");
            }
        }
        return plan.toString();
    }

    private List<String> pages(Organization organization, String filter, Runnable between) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = as("steward")
                    .get("/v1/verification-queue?limit=2&organization_id=" + organization.id() + filter + "&cursor="
                            + cursor);
            page.then().statusCode(200);
            page.jsonPath().<Map<String, Object>>getList("items").forEach(item -> {
                @SuppressWarnings("unchecked")
                List<Map<String, String>> causes =
                        (List<Map<String, String>>) java.util.Objects.requireNonNull(item.get("causes"));
                seen.add(item.get("name") + " "
                        + String.join(
                                " ", causes.stream().map(c -> c.get("cause")).toList()));
            });
            cursor = page.path("next");
            between.run();
        } while (cursor != null);
        return seen;
    }

    private static List<String> causes(String account, Listing service) {
        String cursor = "";
        do {
            Response page = as(account)
                    .get("/v1/verification-queue?limit=500&cursor=" + cursor
                            + (account.equals("steward") ? "&organization_id=" + HOPE : ""));
            List<String> causes =
                    page.path("items.find { it.service_id == '%s' }?.causes?.cause".formatted(service.id()));
            if (causes != null) {
                return causes;
            }
            cursor = page.path("next");
        } while (cursor != null);
        return List.of();
    }

    private static Response report(Listing service, String reason, @org.jspecify.annotations.Nullable String text) {
        return somebody()
                .body(text == null ? Map.of("reason", reason) : Map.of("reason", reason, "text", text))
                .post("/v1/services/" + service.id() + "/reports");
    }

    private static Response repeated(Listing service, String key, String reason) {
        return somebody()
                .header("Idempotency-Key", key)
                .body(Map.of("reason", reason))
                .post("/v1/services/" + service.id() + "/reports");
    }

    private static Response resolve(String account, Listing service, String report) {
        return as(account)
                .body("{\"resolution\": \"corrected\"}")
                .post("/v1/services/" + service.id() + "/reports/" + report + "/resolve");
    }

    private static Response verify(String account, Listing service, LocalDate day) {
        return as(account)
                .body(Map.of("how", "phone", "verified_on", day.toString()))
                .post("/v1/services/" + service.id() + "/verifications");
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(TestTokens.of(account)).contentType(ContentType.JSON);
    }

    /** At another address than anybody before, as the trusted proxy says. */
    private static RequestSpecification somebody() {
        byte[] address = new byte[16];
        ThreadLocalRandom.current().nextBytes(address);
        String written = HexFormat.ofDelimiter(":").formatHex(address).replaceAll("(..):(..)", "$1$2");
        return given().contentType(ContentType.JSON).header("X-Forwarded-For", written);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static UUID id(Listing service) {
        return java.util.Objects.requireNonNull(service.id());
    }
}
