package org.kith.directory.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.search.index.ListingIndex;

@DirectoryTest
class SearchEndpointTest {
    @Inject
    Directory directory;

    @Inject
    PublishedListings listings;

    @Inject
    SearchOrigin origin;

    @Test
    void findsAtOnceWhatWasJustWritten() {
        for (int i = 0; i < 20; i++) {
            String word = word();
            store(service(word));
            search(word).body("total", equalTo(1)).body("items[0].service.name", equalTo(word));
        }
    }

    @Test
    void givesTheListItemItsPlaceAndTheReason() {
        String word = word();
        Location house = location("12 Elm Street");
        directory.store(tree(organization("Hope " + word), List.of(house), service(word, house)));
        given().queryParam("q", word)
                .queryParam("near", "39.30,-76.61")
                .queryParam("radius_km", 5)
                .queryParam("facets", true)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("items[0].service.organization.name", equalTo("Hope " + word))
                .body("items[0].service.phones", nullValue())
                .body("items[0].location.addresses[0].address_1", equalTo("12 Elm Street"))
                .body("items[0].distance_km", lessThanOrEqualTo(5f))
                .body("items[0].score", equalTo(1f))
                .body("items[0].why", hasItem(Map.of("field", "name", "match", word)))
                .body("facets.kind.support_group", equalTo(1));
    }

    @Test
    void forgetsWhatWasWithdrawn() {
        String word = word();
        Listing service = service(word);
        store(service);
        search(word).body("total", equalTo(1));
        directory.withdraw(Set.of(UUID.fromString(String.valueOf(service.id()))));
        search(word).body("total", equalTo(0)).body("items", equalTo(List.of()));
    }

    @Test
    void aSensitiveSearchStandsInTheBody() {
        String word = word();
        store(service(word)
                .but(l -> l.attributes =
                        List.of(Kith.attribute("kith:kind", "club"), Kith.attribute("kith:need", "grief"))));
        given().contentType(ContentType.JSON)
                .body("{\"q\": \"%s\", \"need\": [\"grief\", \"sleep\"], \"kind\": [\"club\"]}".formatted(word))
                .post("/v1/search")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    @Test
    void aConfidentialPlaceIsInNoAnswerOfAnyKind() {
        String word = word();
        Location hidden = location("41 Thornapple Court");
        directory.store(tree(organization("Alder"), List.of(hidden), confidential(service(word, hidden))));
        for (String type : List.of("application/json", "application/geo+json", "text/csv")) {
            String body = given().accept(type)
                    .queryParam("q", word)
                    .queryParam("near", "39.2904,-76.6122")
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(body).contains(word).doesNotContain("Thornapple", "39.29041", "-76.61219", "21201");
        }
        given().queryParam("q", word)
                .queryParam("near", "39.2904,-76.6122")
                .queryParam("radius_km", 10_000)
                .get("/v1/search")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void speaksGeoJsonAndCsv() {
        String word = word();
        Location house = location("12 Elm Street");
        directory.store(
                tree(organization("Hope"), List.of(house), service(word, house).but(l -> l.description = "=cmd()")));
        given().accept("application/geo+json")
                .queryParam("q", word)
                .get("/v1/search")
                .then()
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("features[0].geometry.coordinates", contains(-76.61219f, 39.29041f))
                .body("features[0].properties.service.name", equalTo(word));
        given().accept("text/csv")
                .queryParam("q", word)
                .get("/v1/search")
                .then()
                .contentType(containsString("text/csv"))
                .body(containsString("id,name,"), containsString("'=cmd()"), containsString("12 Elm Street"));
    }

    @Test
    void cursorsLeadThroughAllPagesWhileOthersWrite() {
        String word = word();
        for (int i = 0; i < 7; i++) {
            store(service(word + " " + i));
        }
        Set<String> seen = new HashSet<>();
        @Nullable String next = null;
        int pages = 0;
        do {
            Response page = given().queryParam("q", word)
                    .queryParam("limit", 3)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/v1/search");
            assertThat(page.jsonPath().getInt("total")).isEqualTo(7);
            seen.addAll(page.jsonPath().getList("items.service.id"));
            next = page.jsonPath().getString("next");
            pages++;
            store(service(word + " late " + pages));
        } while (next != null);
        assertThat(seen).hasSize(7);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aCursorIsGoodForItsOwnQuestionOnly() {
        String word = word();
        store(service(word + " a"));
        store(service(word + " b"));
        Response first = given().queryParam("q", word).queryParam("limit", 1).get("/v1/search");
        assertThat(first.header("Link")).contains("rel=\"next\"");
        given().queryParam("q", "else")
                .queryParam("cursor", first.jsonPath().getString("next"))
                .get("/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("cursor"));
    }

    @Test
    void postalCodesAndPlacesNeedNoNetwork() {
        Location house = location("12 Elm Street");
        directory.store(tree(organization("Hope"), List.of(house), service(word(), house)));
        given().queryParam("postal_code", "21201")
                .queryParam("radius_km", 1)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("total", greaterThan(0))
                .body("items[0].distance_km", notNullValue());
        given().queryParam("place", "baltimore, md")
                .queryParam("sort", "distance")
                .get("/v1/search")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, suport_group, 422, unknown-code",
        "need, greif, 422, unknown-code",
        "topic, Not A Topic, 422, unknown-code",
        "language, 'not a tag', 422, format",
        "cost_max, cheap, 422, unknown-code",
        "sort, alphabet, 422, unknown-code",
        "sort, distance, 422, needs-place",
        "radius_km, 5, 422, needs-place",
        "limit, 101, 422, out-of-range",
        "limit, 0, 422, out-of-range",
        "limit, ten, 400, wrong-type",
        "age, old, 400, wrong-type",
        "age, -1, 422, out-of-range",
        "near, Baltimore, 422, wrong-type",
        "near, '91,0', 422, wrong-type",
        "postal_code, 00000, 422, unknown-place",
        "postal_code, 21203, 422, unknown-place",
        "place, Springfield, 422, ambiguous",
        "place, Nowhereville, 422, unknown-place",
        "open_at, yesterday, 422, wrong-type",
        "open_now, perhaps, 400, wrong-type",
        "cursor, rubbish, 400, invalid-cursor",
        "kinds, club, 400, unknown-parameter"
    })
    void refusesByName(String parameter, String value, int status, String code) {
        given().queryParam(parameter, value)
                .get("/v1/search")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(parameter))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void aRadiusOfNoughtIsRefused() {
        given().queryParam("near", "39.29,-76.61")
                .queryParam("radius_km", "0")
                .get("/v1/search")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("radius_km"))
                .body("errors[0].code", equalTo("out-of-range"));
    }

    @Test
    void anUnknownOrAmbiguousPlaceSuggestsWhichMayBeMeant() {
        given().queryParam("postal_code", "21203")
                .get("/v1/search")
                .then()
                .statusCode(422)
                .body(containsString("21202"));
        given().queryParam("place", "Springfield")
                .get("/v1/search")
                .then()
                .statusCode(422)
                .body(containsString("Springfield, IL"));
    }

    @Test
    void freeCostFindsWhatIsFreeAlone() {
        String name = word();
        Location house = location("12 Elm Street");
        directory.store(tree(organization("Hope"), List.of(house), service(name, house)));
        given().queryParam("q", name)
                .queryParam("cost_max", "free")
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasAsked() {
        given().queryParam("need", "janedoe")
                .queryParam("place", "janedoe")
                .get("/v1/search")
                .then()
                .statusCode(422)
                .body(not(containsString("janedoe")));
    }

    @Test
    void namesTheNearestCodes() {
        given().contentType(ContentType.JSON)
                .body("{\"need\": [\"grief\", \"greif\"]}")
                .post("/v1/search")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/need/1"))
                .body("errors[0].nearest", hasItems("grief"));
    }

    @Test
    void refusesUnknownFieldsOfABody() {
        given().contentType(ContentType.JSON)
                .body("{\"query\": \"grief\"}")
                .post("/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query"));
    }

    @Test
    void isReadyOnceTheIndexHasCaughtUp() {
        given().get("/q/health/ready").then().statusCode(200).body(containsString("search index"));
    }

    @Test
    void anIndexBuiltAnewHoldsTheSame(@TempDir Path folder) throws Exception {
        String word = word();
        store(service(word));
        int total = given().get("/v1/search?include_stale=true").jsonPath().getInt("total");
        try (CatchUp again = new CatchUp(
                ListingIndex.open(folder, origin.id(), listings.last()), listings::after, Duration.ofSeconds(5))) {
            again.run();
            assertThat(again.index().size()).isGreaterThanOrEqualTo(total);
            assertThat(again.index().applied()).isEqualTo(listings.last());
        }
    }

    private void store(Listing service) {
        directory.store(tree(organization("Hope"), List.of(), service));
    }

    private static ValidatableResponse search(String words) {
        return given().queryParam("q", words).get("/v1/search").then().statusCode(200);
    }

    /** A word that no other test uses. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + Long.toString(System.nanoTime(), 26).replaceAll("\\d", "x");
    }
}
