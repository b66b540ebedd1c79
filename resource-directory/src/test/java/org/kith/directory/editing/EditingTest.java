package org.kith.directory.editing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.localstack.TestTokens;

@DirectoryTest
class EditingTest {
    private static final UUID HOPE = UUID.fromString(TestTokens.HOPE_CENTER);

    private final Organization hope = organization("Hope Center").but(o -> o.id = HOPE);
    private final Organization other = organization("Neighbours");
    private final Listing ours = service("ours");
    private final Listing theirs = service("next door");

    @Inject
    Directory directory;

    @BeforeEach
    void store() {
        directory.store(tree(hope, List.of(), ours));
        directory.store(tree(other, List.of(), theirs));
    }

    @Test
    void anEditorAddsReadsReplacesAndRemovesAService() {
        String id = as("editor-hope")
                .body("{\"name\": \"New circle\", \"status\": \"active\", \"attributes\": [{\"taxonomy_term\":"
                        + " {\"taxonomy\": \"kith:feature\", \"code\": \"moderated\"}}]}")
                .post("/v1/services")
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("organization.id", equalTo(HOPE.toString()))
                .body("attributes[0].taxonomy_term.name", equalTo("Moderated"))
                .body("attributes[0].link_entity", equalTo("service"))
                .extract()
                .path("id");
        ValidatableResponse read = given().get("/v1/services/" + id).then().statusCode(200);
        String tag = read.extract().header("ETag");
        assertThat(given().get("/hsds/v3/services/" + id).header("ETag")).isEqualTo(tag);

        // What was read may be sent back.
        as("editor-hope")
                .header("If-Match", tag)
                .body(read.extract().asString().replace("New circle", "Renamed circle"))
                .put("/v1/services/" + id)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("name", equalTo("Renamed circle"))
                .body("attributes[0].taxonomy_term.code", equalTo("moderated"));

        as("editor-hope")
                .header("If-Match", tag)
                .delete("/v1/services/" + id)
                .then()
                .statusCode(412);
        String newTag = given().get("/v1/services/" + id).header("ETag");
        as("editor-hope")
                .header("If-Match", newTag)
                .delete("/v1/services/" + id)
                .then()
                .statusCode(204);
        given().get("/v1/services/" + id).then().statusCode(404);
        given().get("/hsds/v3/services/" + id).then().statusCode(404);
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        String body = json(ours.but(l -> l.name = "changed"));
        as("editor-hope").body(body).put("/v1/services/" + ours.id()).then().statusCode(428);
        as("editor-hope")
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/services/" + ours.id())
                .then()
                .statusCode(412);
        as("editor-hope")
                .header("If-Match", "\"1\"")
                .body(json(service("x")))
                .put("/v1/services/" + UUID.randomUUID())
                .then()
                .statusCode(422);
        as("steward")
                .body(json(ours))
                .post("/v1/services")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/organization_id"));
        as("steward")
                .body(json(ours.but(l -> l.organizationId = HOPE)))
                .post("/v1/services")
                .then()
                .statusCode(409);
    }

    @Test
    void whatBelongsToOthersIsNotTheirs() {
        String body = json(theirs.but(l -> l.organizationId = other.id()));
        as("editor-hope")
                .header("If-Match", "*")
                .body(body)
                .put("/v1/services/" + theirs.id())
                .then()
                .statusCode(403);
        as("editor-hope")
                .header("If-Match", "*")
                .delete("/v1/services/" + theirs.id())
                .then()
                .statusCode(403);
        as("editor-hope")
                .header("If-Match", "*")
                .body(json(theirs.but(l -> l.organizationId = HOPE)))
                .put("/v1/services/" + theirs.id())
                .then()
                .statusCode(403);
        as("editor-hope")
                .header("If-Match", "*")
                .body(json(other))
                .put("/v1/organizations/" + other.id())
                .then()
                .statusCode(403);
        as("provider-hope")
                .body("{\"capacity\": \"full\"}")
                .put("/v1/services/" + theirs.id() + "/capacity")
                .then()
                .statusCode(403);
        as("editor-hope")
                .body("{\"how\": \"phone\"}")
                .post("/v1/services/" + theirs.id() + "/verifications")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/services/%s",
        "DELETE, /v1/services/%s",
        "POST, /v1/services",
        "POST, /v1/organizations",
        "POST, /v1/locations",
        "PUT, /v1/services/%s/capacity",
        "POST, /v1/services/%s/verifications"
    })
    void nobodyWritesWithoutATokenOrWithAWrongRole(String method, String path) {
        String url = path.formatted(ours.id());
        given().contentType(ContentType.JSON)
                .body("{}")
                .request(method, url)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        as("clinic-riverside")
                .body("{}")
                .request(method, url)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        as("app-openmap").body("{}").request(method, url).then().statusCode(403);
    }

    @Test
    void errorsPointAtTheirFieldsAndNameTheNearestCodes() {
        as("editor-hope")
                .body("""
                        {"name": "Circle", "status": "open", "email": "nobody", "url": "example.org",
                         "phones": [{"extension": 1}], "minimum_age": 20, "maximum_age": 10,
                         "service_at_locations": [{"phones": [{}]}],
                         "attributes": [{"taxonomy_term": {"taxonomy": "kith:feature", "code": "moderatd"}},
                                        {"taxonomy_term": {"taxonomy": "kith:features", "code": "moderated"}},
                                        {"taxonomy_term": {"taxonomy": "kith:cost", "code": "free"}},
                                        {"taxonomy_term": {"taxonomy": "kith:cost", "code": "fee"}}]}""")
                .post("/v1/services")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/status"))
                .body("errors.pointer", hasItem("/email"))
                .body("errors.pointer", hasItem("/url"))
                .body("errors.pointer", hasItem("/phones/0/number"))
                .body("errors.pointer", hasItem("/maximum_age"))
                .body("errors.pointer", hasItem("/attributes/0/taxonomy_term/code"))
                .body("errors.pointer", hasItem("/attributes/1/taxonomy_term/taxonomy"))
                .body("errors.pointer", hasItem("/attributes/3/taxonomy_term/code"))
                .body("errors.find { it.pointer == '/attributes/0/taxonomy_term/code' }.nearest", hasItem("moderated"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"phones": [{"number": "call us"}]} | /phones/0/number
                    {"languages": [{"code": "not a language"}]} | /languages/0/code
                    {"phones": [{"number": "411", "languages": [{"code": "??"}]}]} | /phones/0/languages/0/code
                    {"schedules": [{"byday": "MONDAY"}]} | /schedules/0/byday
                    {"schedules": [{"bymonthday": "32"}]} | /schedules/0/bymonthday
                    {"schedules": [{"freq": "DAILY"}]} | /schedules/0/freq
                    {"schedules": [{"opens_at": "9am"}]} | /schedules/0/opens_at
                    {"schedules": [{"valid_from": "2026-02-01", "valid_to": "2026-01-01"}]} | /schedules/0/valid_to
                    {"schedules": [{"interval": 0}]} | /schedules/0/interval
                    {"minimum_age": 200} | /minimum_age
                    {"contacts": [{"email": "nobody"}]} | /contacts/0/email
                    {"additional_urls": [{"url": "example"}]} | /additional_urls/0/url
                    {"cost_options": [{"attributes": [{"taxonomy_term": {"taxonomy": "kith:cost", "code": "fre"}}]}]} | /cost_options/0/attributes/0/taxonomy_term/code
                    {"service_at_locations": [{"location": {"name": "x"}}]} | /service_at_locations/0/location/location_type
                    {"service_at_locations": [{"location": {"location_type": "physical", "latitude": 91, "longitude": 0}}]} | /service_at_locations/0/location/latitude
                    {"service_at_locations": [{"location": {"location_type": "physical", "latitude": 9}}]} | /service_at_locations/0/location/longitude
                    {"service_at_locations": [{"location": {"location_type": "physical", "addresses": [{"address_1": "a", "city": "b", "state_province": "c", "postal_code": "d", "country": "Germany", "address_type": "physical"}]}}]} | /service_at_locations/0/location/addresses/0/country
                    {"service_at_locations": [{"location_id": "00000000-0000-4000-8000-000000000000"}]} | /service_at_locations/0/location_id
                    """)
    void whatIsWrongDeepInsideIsNamedWhereItStands(String fields, String pointer) {
        as("editor-hope")
                .body("{\"name\": \"Deep\", \"status\": \"active\", " + fields.substring(1))
                .post("/v1/services")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        as("editor-hope")
                .body("{\"status\": \"open\", \"languages\": [{\"code\": \"??\"}]}")
                .post("/v1/services")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/languages/0/code"))
                .body("errors.pointer", hasItem("/status"))
                .body("errors.pointer", hasItem("/name"));
    }

    @Test
    void whatIsWrongInPartsOfAnOrganizationIsNamedToo() {
        as("steward")
                .body("{\"name\": \"A\", \"description\": \"b\", \"locations\": [{\"location_type\": \"moon\"}]}")
                .post("/v1/organizations")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/locations/0/location_type"));
        as("steward")
                .body("{\"name\": \"A\", \"description\": \"b\", \"services\": [{\"name\": \"c\", \"status\": \"d\"}]}")
                .post("/v1/organizations")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/services/0/status"));
        as("steward")
                .body("{\"name\": \"A\", \"description\": \"" + "x".repeat(20_001) + "\"}")
                .post("/v1/organizations")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/description"))
                .body("errors[0].code", equalTo("too-large"));
    }

    @Test
    void aListingThatNobodyCouldBeSentIsRefusedBeforeItIsStored() {
        Location[] houses = new Location[6];
        for (int i = 0; i < houses.length; i++) {
            houses[i] = location("9" + i + " Long Street").but(l -> l.description = "x".repeat(180_000));
        }
        directory.store(tree(hope, List.of(houses)));
        as("editor-hope")
                .body(json(service("everywhere", houses)))
                .post("/v1/services")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-large"));
        // Nor does it grow there afterwards.
        Listing fits = service("almost everywhere", houses[0], houses[1], houses[2], houses[3], houses[4]);
        directory.store(tree(hope, List.of(), fits));
        as("editor-hope")
                .header("If-Match", "*")
                .body(json(houses[0].but(l -> l.description = "x".repeat(19_000))))
                .put("/v1/locations/" + houses[0].id())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"a\", \"nam\": 1}", "{\"phones\": [{\"extension\": \"abc\"}]}", "[]", "{"})
    void unreadableBodiesAreRefused(String body) {
        as("editor-hope")
                .body(body)
                .post("/v1/services")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void staffSaysThatThereIsNoRoom() {
        as("provider-hope")
                .body("{\"capacity\": \"waitlist\", \"estimated_days\": 30}")
                .put("/v1/services/" + ours.id() + "/capacity")
                .then()
                .statusCode(200)
                .body(
                        "attributes.find { it.taxonomy_term.taxonomy == 'kith:capacity' }.taxonomy_term.code",
                        equalTo("waitlist"))
                .body("attributes.find { it.taxonomy_term.taxonomy == 'kith:capacity' }.value", equalTo("30"))
                .body("capacities[0].available", equalTo(0));
        as("provider-hope")
                .header("If-Match", "\"1\"")
                .body("{\"capacity\": \"full\"}")
                .put("/v1/services/" + ours.id() + "/capacity")
                .then()
                .statusCode(412);
        as("provider-hope")
                .body("{\"capacity\": \"sometimes\"}")
                .put("/v1/services/" + ours.id() + "/capacity")
                .then()
                .statusCode(422);
        as("provider-hope")
                .body("{\"capacity\": \"full\"}")
                .put("/v1/services/" + UUID.randomUUID() + "/capacity")
                .then()
                .statusCode(404);
    }

    @Test
    void aVerificationShowsInTheListing() {
        as("editor-hope")
                .body("{\"how\": \"phone\", \"email\": \"editor@hope.example\"}")
                .post("/v1/services/" + ours.id() + "/verifications")
                .then()
                .statusCode(201);
        given().get("/hsds/v3/services/" + ours.id())
                .then()
                .body(
                        "assured_date",
                        equalTo(java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                .toString()))
                .body("assurer_email", equalTo("editor@hope.example"));
    }

    @Test
    void aStewardAddsAWholeOrganizationAndRemovesIt() {
        String body = """
                {"name": "Whole", "description": "With all",
                 "locations": [{"id": "%1$s", "location_type": "physical", "name": "House"}],
                 "services": [{"name": "In the house", "status": "active",
                               "service_at_locations": [{"location_id": "%1$s"}]}]}""".formatted(UUID.randomUUID());
        ValidatableResponse added =
                as("steward").body(body).post("/v1/organizations").then().statusCode(201);
        String id = added.extract().path("id");
        given().get("/hsds/v3/organizations/" + id)
                .then()
                .body("services[0].name", equalTo("In the house"))
                .body("locations[0].name", equalTo("House"));
        String tag = given().get("/v1/organizations/" + id).header("ETag");
        as("steward")
                .header("If-Match", tag)
                .delete("/v1/organizations/" + id)
                .then()
                .statusCode(204);
        given().get("/hsds/v3/organizations/" + id).then().statusCode(404);
        as("steward")
                .header("If-Match", "*")
                .delete("/v1/organizations/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void theAddressOfAConfidentialPlaceIsWrittenAndNeverRead() {
        Location house = location("91 Secret Street");
        directory.store(tree(hope, List.of(house), confidential(service("shelter", house))));
        ValidatableResponse read =
                as("steward").get("/v1/locations/" + house.id()).then().statusCode(200);
        String masked = read.extract().asString();
        assertThat(masked).doesNotContain("Secret Street", "39.29", "21201");

        // Sent back as it was read, the place keeps its address, and keeps it for itself.
        as("steward")
                .header("If-Match", read.extract().header("ETag"))
                .body(masked.replace("House", "Haven"))
                .put("/v1/locations/" + house.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Haven"))
                .body("addresses", equalTo(null));
        assertThat(directory
                        .store(tree(hope, List.of(house.but(l -> l.name = "Haven"))))
                        .outcome("location", house.id() == null ? HOPE : house.id()))
                .isEqualTo(org.kith.directory.listing.Stored.Outcome.UNCHANGED);
    }

    @Test
    void anEditorCannotHideThePlaceOfAnother() {
        Location house = location("92 Other Street");
        directory.store(tree(other, List.of(house)));
        as("editor-hope")
                .body(json(confidential(service("spite", house)).but(l -> l.organizationId = HOPE)))
                .post("/v1/services")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("foreign-reference"));
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(TestTokens.of(account)).contentType(ContentType.JSON);
    }

    private static String json(Object document) {
        return new String(HsdsJson.bytes(document), java.nio.charset.StandardCharsets.UTF_8);
    }
}
