package org.kith.directory.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.localstack.TestTokens;

@DirectoryTest
class HistoryTest {
    private static final UUID HOPE = UUID.fromString(TestTokens.HOPE_CENTER);

    private final Organization hope = organization("Hope Center").but(o -> o.id = HOPE);
    private final Organization other = organization("Neighbours");
    private final Location house = location("1 Open Street");
    private final Listing theirs = service("next door", house);

    @Inject
    Directory directory;

    @Inject
    DataSource database;

    @BeforeEach
    void store() {
        directory.store(tree(hope, List.of()));
        directory.store(tree(other, List.of(house), theirs));
    }

    @Test
    void everyFieldThatAPersonChangedIsToldWithWhatItWas() {
        put("services", theirs.id(), theirs.but(l -> {
            l.organizationId = other.id();
            l.name = "renamed";
            l.attributes = List.of(Kith.attribute("kith:kind", "club"), Kith.attribute("kith:feature", "moderated"));
            l.serviceAtLocations = List.of();
        }));
        Response history = history("steward", "services", theirs.id());
        history.then().statusCode(200);
        assertThat(lines(history))
                .containsExactly(
                        "service_at_locations: " + house.id() + " → ",
                        "name: next door → renamed",
                        "attributes: kith:kind/support_group → kith:feature/moderated, kith:kind/club",
                        "id:  → " + theirs.id());
        assertThat(history.jsonPath().getList("items.updated_by"))
                .containsExactly("directory-steward", "directory-steward", "directory-steward", "import");
        history.then()
                .body("items[1].resource_type", equalTo("service"))
                .body("items[1].last_action_type", equalTo("update"))
                .body("items[3].last_action_type", equalTo("create"));
        // What is the same leaves no line.
        put("organizations", other.id(), other);
        assertThat(lines(history("steward", "organizations", other.id()))).hasSize(1);
    }

    @Test
    void anImportIsOneLineHoweverMuchItChanged() {
        directory.store(tree(
                other.but(o -> {
                    o.name = "Another";
                    o.description = "About something else";
                }),
                List.of()));
        assertThat(lines(history("steward", "organizations", other.id())))
                .containsExactly("description,name:  → ", "id:  → " + other.id());
    }

    @Test
    void capacityAndVerificationAreInItAndWhoSaidIt() {
        Listing ours = service("ours");
        directory.store(tree(hope, List.of(), ours));
        as("provider-hope").body("{\"capacity\": \"full\"}").put("/v1/services/" + ours.id() + "/capacity");
        as("editor-hope")
                .body("{\"how\": \"phone\", \"verified_on\": \"2026-11-01\"}")
                .post("/v1/services/" + ours.id() + "/verifications");
        Response history = history("editor-hope", "services", ours.id());
        assertThat(lines(history)).startsWith("assured_date:  → 2026-11-01", "kith:capacity:  → full");
        assertThat(history.jsonPath().getList("items.updated_by"))
                .startsWith("directory-editor@hope-center", "provider@hope-center");
    }

    @Test
    void itStaysWhenTheServiceIsGoneAndCannotBeWrittenAnew() throws SQLException {
        as("steward")
                .header("If-Match", "*")
                .delete("/v1/services/" + theirs.id())
                .then()
                .statusCode(204);
        assertThat(lines(history("steward", "services", theirs.id())))
                .containsExactly("id: " + theirs.id() + " → ", "id:  → " + theirs.id());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update history set updated_by = 'nobody'"))
                    .hasMessageContaining("written once");
            assertThatThrownBy(() -> statement.execute("delete from history")).hasMessageContaining("written once");
        }
    }

    @Test
    void whereAConfidentialPlaceIsOrWasIsNotToldByItsHistory() {
        // It was open, and moved while it was; then it became a shelter.
        put("locations", house.id(), location("2 Open Street").but(l -> {
            l.id = house.id();
            l.organizationId = other.id();
        }));
        assertThat(history("steward", "locations", house.id()).asString()).contains("1 Open Street", "2 Open Street");
        put("services", theirs.id(), confidential(theirs).but(l -> {
            l.organizationId = other.id();
            l.description = "At 2 Open Street";
        }));
        put("locations", house.id(), location("3 Hidden Street").but(l -> {
            l.id = house.id();
            l.organizationId = other.id();
        }));
        for (String path :
                List.of("locations/" + house.id(), "services/" + theirs.id(), "organizations/" + other.id())) {
            assertThat(as("steward").get("/v1/" + path + "/history").asString())
                    .doesNotContain("Street", "39.29", "76.61", "21201");
        }
        assertThat(lines(history("steward", "locations", house.id()))).contains("addresses:  → ");
        // Nor when the place is gone.
        as("steward").header("If-Match", "*").delete("/v1/services/" + theirs.id());
        as("steward")
                .header("If-Match", "*")
                .delete("/v1/locations/" + house.id())
                .then()
                .statusCode(204);
        for (String path : List.of("locations/" + house.id(), "services/" + theirs.id())) {
            assertThat(as("steward").get("/v1/" + path + "/history").asString()).doesNotContain("Street");
        }
    }

    @Test
    void itIsForThoseWhoAnswerForIt() {
        given().get("/v1/services/" + theirs.id() + "/history").then().statusCode(401);
        history("app-openmap", "services", theirs.id()).then().statusCode(403);
        history("editor-hope", "services", theirs.id()).then().statusCode(403);
        history("editor-hope", "organizations", HOPE).then().statusCode(200);
        history("steward", "services", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void pagesGoOnWhereTheLastOneEndedWhateverIsWrittenMeanwhile() {
        for (int i = 0; i < 5; i++) {
            String name = "n" + i;
            put("organizations", other.id(), other.but(o -> o.alternateName = name));
        }
        List<String> all = lines(history("steward", "organizations", other.id()));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Response page = as("steward").get("/v1/organizations/" + other.id() + "/history?limit=2&cursor=" + cursor);
            paged.addAll(lines(page));
            cursor = page.path("next");
            put("organizations", other.id(), other.but(o -> o.website = "https://" + UUID.randomUUID() + ".example"));
        } while (cursor != null);
        assertThat(paged).isEqualTo(all).hasSize(6);
    }

    private static List<String> lines(Response history) {
        return history.jsonPath().<java.util.Map<String, String>>getList("items").stream()
                .map(i -> i.get("field_name") + ": " + i.get("previous_value") + " → " + i.get("replacement_value"))
                .toList();
    }

    private static Response history(String account, String kind, @org.jspecify.annotations.Nullable UUID id) {
        return as(account).get("/v1/" + kind + "/" + id + "/history");
    }

    private static void put(String kind, @org.jspecify.annotations.Nullable UUID id, Object document) {
        as("steward")
                .header("If-Match", "*")
                .body(new String(HsdsJson.bytes(document), StandardCharsets.UTF_8))
                .put("/v1/" + kind + "/" + id)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(TestTokens.of(account)).contentType(ContentType.JSON);
    }
}
