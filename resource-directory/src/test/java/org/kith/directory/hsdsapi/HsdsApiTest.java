package org.kith.directory.hsdsapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.contracts.Vocabulary;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Language;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Program;
import org.kith.directory.hsds.Schedule;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Said;

@DirectoryTest
class HsdsApiTest {
    private final Organization hope = organization("Hope " + UUID.randomUUID());
    private final Location house = location("12 Elm Street");
    private final Location shelterHouse = location("5 Concealed Crescent");
    private final Listing circle = service("grief", house).but(l -> {
        l.url = "https://example.org/grief";
        l.email = "grief@example.org";
        l.languages = List.of(Language.with(g -> g.code = "es"));
        l.schedules = List.of(Schedule.with(s -> {
            s.freq = "WEEKLY";
            s.byday = "MO,WE";
            s.opensAt = "18:30";
            s.closesAt = "20:00";
            s.dtstart = LocalDate.of(2026, 1, 5);
            s.timezone = new java.math.BigDecimal("-5");
        }));
    });
    private final Listing shelter = confidential(service("shelter", shelterHouse));
    private final Listing line = service("telephone help");

    @Inject
    Directory directory;

    @BeforeEach
    void store() {
        directory.store(tree(hope, List.of(house, shelterHouse), circle, shelter, line));
        directory.say(uuid(circle), new Said.Capacity("waitlist", 14, Instant.parse("2026-11-01T10:00:00Z")));
        directory.say(uuid(circle), new Said.Verification(LocalDate.of(2026, 11, 2), "steward@example.org"));
    }

    @Test
    void wholeDocumentsAreValidHsds() {
        for (Listing service : List.of(circle, shelter, line)) {
            HsdsSchemas.assertValid("compiled/service_with_definitions.json", json("/services/" + service.id()));
        }
        for (JsonNode one :
                json("/services?full=true&organization_id=" + hope.id()).path("contents")) {
            HsdsSchemas.assertValid("compiled/service_with_definitions.json", one);
            HsdsSchemas.assertValid("service.json", one);
        }
        JsonNode whole = json("/organizations/" + hope.id() + "?full_service=true");
        assertThat(whole.path("services")).hasSize(3);
        HsdsSchemas.assertValid("organization.json", whole);
        JsonNode places = json("/service_at_locations?full=true&organization_id=" + hope.id());
        assertThat(places.path("contents")).hasSize(2);
        places.path("contents").forEach(one -> HsdsSchemas.assertValid("service_at_location.json", one));
    }

    @Test
    void aProgramStandsWithItsOrganizationAndItsServices() {
        Program meals = new Program(UUID.randomUUID(), null, "Meals", null, "Warm meals for all", List.of(), List.of());
        Organization kitchen = organization("Kitchen").but(o -> o.programs = List.of(meals));
        Listing lunch = service("lunch").but(l -> l.programId = meals.id());
        directory.store(tree(kitchen, List.of(), lunch));
        JsonNode whole = json("/organizations/" + kitchen.id());
        assertThat(whole.at("/programs/0/name").asText()).isEqualTo("Meals");
        HsdsSchemas.assertValid("organization.json", whole);
        JsonNode service = json("/services/" + lunch.id());
        assertThat(service.path("program_id").asText()).isEqualTo(String.valueOf(meals.id()));
        assertThat(service.at("/program/description").asText()).isEqualTo("Warm meals for all");
        HsdsSchemas.assertValid("compiled/service_with_definitions.json", service);
        JsonNode item = json("/services?organization_id=" + kitchen.id()).at("/contents/0");
        assertThat(item.at("/program/name").asText()).isEqualTo("Meals");
        HsdsSchemas.assertValid("compiled/service_list.json", item);
    }

    @Test
    void listItemsAreValidAndHaveNoArrays() {
        JsonNode services = json("/services?organization_id=" + hope.id()).path("contents");
        assertThat(services).hasSize(3).allSatisfy(one -> {
            HsdsSchemas.assertValid("compiled/service_list.json", one);
            assertThat(one).noneMatch(JsonNode::isArray);
            assertThat(one.at("/organization/name").asText()).isEqualTo(hope.name());
            assertThat(one.path("organization")).noneMatch(JsonNode::isArray);
        });
        json("/organizations?search=hope")
                .path("contents")
                .forEach(one -> HsdsSchemas.assertValid("compiled/organization_list.json", one));
        JsonNode places =
                json("/service_at_locations?organization_id=" + hope.id()).path("contents");
        assertThat(places).hasSize(2).allSatisfy(one -> {
            HsdsSchemas.assertValid("compiled/service_at_location_list.json", one);
            assertThat(one.path("service")).noneMatch(JsonNode::isArray);
            assertThat(one.at("/location/id").asText()).isNotEmpty();
        });
    }

    @Test
    void ourCodesAreServedAsTaxonomies() {
        JsonNode taxonomies = json("/taxonomies?per_page=500").path("contents");
        assertThat(taxonomies.findValuesAsText("name")).contains("kith:kind", "kith:feature", "kith:capacity");
        taxonomies.forEach(one -> HsdsSchemas.assertValid("taxonomy.json", one));
        UUID feature = Vocabulary.standard().taxonomyId("feature");
        assertThat(json("/taxonomies/" + feature).path("name").asText()).isEqualTo("kith:feature");
        JsonNode terms = json("/taxonomy_terms?top_only=true&per_page=500&taxonomy_id=" + feature);
        assertThat(terms.path("total_items").asInt())
                .isEqualTo(Vocabulary.standard().codes("feature").size());
        terms.path("contents").forEach(one -> HsdsSchemas.assertValid("taxonomy_term.json", one));
        UUID moderated = Vocabulary.standard().termId("feature", "moderated");
        assertThat(json("/taxonomy_terms/" + moderated).path("code").asText()).isEqualTo("moderated");
        assertThat(json("/taxonomy_terms?parent_id=" + moderated).path("empty").asBoolean())
                .isTrue();
        assertThat(json("/taxonomy_terms?search=moderat").at("/contents/0/code").asText())
                .isEqualTo("moderated");
    }

    @Test
    void theEnvelopeCountsPages() {
        String all = "/services?per_page=2&organization_id=" + hope.id();
        JsonNode first = json(all);
        JsonNode last = json(all + "&page=2");
        assertThat(first.path("total_items").asInt()).isEqualTo(3);
        assertThat(first.path("total_pages").asInt()).isEqualTo(2);
        assertThat(first.path("size").asInt()).isEqualTo(2);
        assertThat(first.path("first_page").asBoolean()).isTrue();
        assertThat(first.path("last_page").asBoolean()).isFalse();
        assertThat(last.path("size").asInt()).isEqualTo(1);
        assertThat(last.path("first_page").asBoolean()).isFalse();
        assertThat(last.path("last_page").asBoolean()).isTrue();
        JsonNode beyond = json(all + "&page=3");
        assertThat(beyond.path("empty").asBoolean()).isTrue();
        assertThat(beyond.path("contents")).isEmpty();
    }

    @Test
    void filtersHoldTogether() {
        String ours = "/services?organization_id=" + hope.id();
        UUID group = Vocabulary.standard().termId("kind", "support_group");
        UUID hidden = Vocabulary.standard().termId("feature", "confidential_location");
        assertThat(names(ours + "&taxonomy_term_id=" + group)).containsExactlyInAnyOrder("grief", "telephone help");
        assertThat(names(ours + "&taxonomy_term_id=" + hidden)).containsExactly("shelter");
        assertThat(names(ours + "&taxonomy_id=" + Vocabulary.standard().taxonomyId("capacity")))
                .containsExactly("grief");
        assertThat(names(ours + "&search=telephone")).containsExactly("telephone help");
        assertThat(names(ours + "&search=telephone&taxonomy_term_id=" + hidden)).isEmpty();
        assertThat(json("/organizations?taxonomy_term_id=" + hidden + "&search=" + lastWord(hope.name()))
                        .path("total_items")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void modifiedAfterIncludesItsMoment() {
        String ours = "/services?organization_id=" + hope.id() + "&modified_after=";
        Instant modified = Instant.parse(
                json("/services/" + circle.id()).path("last_modified").asText());
        assertThat(names(ours + modified)).contains("grief");
        assertThat(names(ours + modified.plusMillis(1))).doesNotContain("grief");
        assertThat(names(ours + "2020-01-01")).hasSize(3);
    }

    @Test
    void minimalIsIdAndModificationOfAll() {
        JsonNode minimal = json("/services?minimal=true&organization_id=" + hope.id());
        assertThat(minimal.path("contents")).hasSize(3).allSatisfy(one -> {
            assertThat(one.properties()).hasSize(2);
            assertThat(one.path("last_modified").asText())
                    .isEqualTo(json("/services/" + one.path("id").asText())
                            .path("last_modified")
                            .asText());
        });
        assertThat(minimal.path("total_pages").asInt()).isEqualTo(1);
    }

    @Test
    void ndjsonStreamsEveryResult() {
        Response response = given().get("/hsds/v3/services?format=ndjson&full=true&organization_id=" + hope.id());
        assertThat(response.contentType()).startsWith("application/x-ndjson");
        List<String> lines = response.asString().lines().toList();
        assertThat(lines).hasSize(3);
        lines.forEach(one -> HsdsSchemas.assertValid(
                "compiled/service_with_definitions.json", HsdsJson.tree(one.getBytes(StandardCharsets.UTF_8))));
        long all = json("/services?per_page=1").path("total_items").asLong();
        assertThat(given().get("/hsds/v3/services?format=ndjson")
                        .asString()
                        .lines()
                        .count())
                .isGreaterThanOrEqualTo(all);
    }

    @Test
    void aSearchMayStandInTheBody() {
        given().contentType(ContentType.JSON)
                .body("{\"search\": \"telephone\", \"organization_id\": \"%s\", \"per_page\": 5}".formatted(hope.id()))
                .post("/hsds/v3/services")
                .then()
                .statusCode(200)
                .body("contents.name", hasItem("telephone help"))
                .body("total_items", equalTo(1));
        given().contentType(ContentType.JSON)
                .body("{\"serch\": \"telephone\"}")
                .post("/hsds/v3/services")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/serch"));
    }

    @ParameterizedTest
    @CsvSource({
        "services, page=0, page",
        "services, page=x, page",
        "services, per_page=100000, per_page",
        "services, per_page=-1, per_page",
        "services, format=xml, format",
        "services, full=perhaps, full",
        "services, taxonomy_id=12, taxonomy_id",
        "services, modified_after=yesterday, modified_after",
        "service_at_locations, proximity=100, postcode",
        "service_at_locations, postcode=21201&proximity=near, proximity",
        "organizations, taxonomy_term_id=1-1-1-1-1, taxonomy_term_id",
        "taxonomy_terms, parent_id=a, parent_id",
    })
    void refusesWhatItCannotReadByName(String list, String query, String parameter) {
        given().get("/hsds/v3/" + list + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(parameter));
    }

    @ParameterizedTest
    @CsvSource({"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"})
    void answersNotFoundForWhatIsNotThere(String list) {
        for (String id : List.of(UUID.randomUUID().toString(), "not-an-id")) {
            given().get("/hsds/v3/" + list + "/" + id).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void idsFoundInListsCanBeRead() {
        for (String list :
                List.of("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")) {
            String id = json("/" + list + "?per_page=1").at("/contents/0/id").asText();
            given().get("/hsds/v3/" + list + "/" + id).then().statusCode(200).body("id", equalTo(id));
        }
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        for (String path : List.of(
                "/hsds/v3/services/" + circle.id(),
                "/hsds/v3/organizations/" + hope.id(),
                "/hsds/v3/services?organization_id=" + hope.id())) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag);
        }
        String tag = given().get("/hsds/v3/services/" + circle.id()).header("ETag");
        directory.say(uuid(circle), new Said.Capacity("full", null, Instant.now()));
        given().header("If-None-Match", tag)
                .get("/hsds/v3/services/" + circle.id())
                .then()
                .statusCode(200);
    }

    @Test
    void anyWebPageMayRead() {
        given().get("/hsds/v3/services?per_page=1").then().header("Access-Control-Allow-Origin", "*");
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .options("/hsds/v3/services")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void saysWhatItIs() {
        given().get("/hsds/v3/")
                .then()
                .statusCode(200)
                .body("version", equalTo("3.2.3"))
                .body("publisher.name", equalTo("Kith"));
    }

    @Test
    void placesAreFoundByPostalCodeUnlessConfidential() {
        List<String> near = placeServices(
                "/service_at_locations?per_page=500&postcode=21201&proximity=2000&organization_id=" + hope.id());
        assertThat(near).containsExactly("grief");
        assertThat(placeServices("/service_at_locations?postcode=21201&organization_id=" + hope.id()))
                .containsExactly("grief");
        assertThat(placeServices("/service_at_locations?postcode=99999&proximity=2000"))
                .isEmpty();
    }

    private List<String> placeServices(String path) {
        List<String> names = new ArrayList<>();
        json(path)
                .path("contents")
                .forEach(one -> names.add(one.at("/service/name").asText()));
        return names;
    }

    private List<String> names(String path) {
        List<String> names = new ArrayList<>();
        json(path).path("contents").forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    private static JsonNode json(String path) {
        return HsdsJson.tree(
                given().get("/hsds/v3" + path).then().statusCode(200).extract().asByteArray());
    }

    private static UUID uuid(Listing service) {
        return Objects.requireNonNull(service.id());
    }

    private static String lastWord(@Nullable String name) {
        return Arrays.stream(String.valueOf(name).split(" "))
                .reduce((a, b) -> b)
                .orElse("");
    }
}
