package org.kith.directory.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.localstack.TestTokens;

@DirectoryTest
class ReadingMannersTest {
    private final Organization hope = organization("Reading house");
    private final Location house = location("5 Reader Street");
    private final Listing circle = service("Reading circle", house);

    @Inject
    Directory directory;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void store() {
        directory.store(tree(hope, List.of(house), circle));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/services/{service}",
                "/v1/organizations/{organization}",
                "/v1/locations/{location}",
                "/hsds/v3/services/{service}",
                "/hsds/v3/services?organization_id={organization}",
                "/hsds/v3/organizations/{organization}",
                "/v1/changes?limit=1"
            })
    void whoHasItAlreadyIsToldSoWeaklyOrStrongly(String path) {
        String url = filled(path);
        Response first = given().get(url);
        String tag = first.header("ETag");
        String opaque = tag.replaceFirst("^W/", "");
        for (String named : List.of(tag, "W/" + opaque, "\"other\", " + opaque, "*")) {
            Response again = given().header("If-None-Match", named).get(url);
            assertThat(again.statusCode()).as(named).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
        }
        given().header("If-None-Match", "\"other\"").get(url).then().statusCode(200);
        assertThat(first.header("Cache-Control")).contains("no-cache").doesNotContain("private");
        assertThat(String.join(",", first.headers().getValues("Vary"))).containsIgnoringCase("Accept-Encoding");

        Response head = given().head(url);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void aTagGoesWithWhatItTags() {
        String url = filled("/v1/services/{service}");
        String tag = given().get(url).header("ETag");
        directory.store(tree(hope.but(o -> o.alternateName = "R."), List.of()));
        given().header("If-None-Match", tag).get(url).then().statusCode(200).header("ETag", not(equalTo(tag)));
    }

    @Test
    void aWeakTagNamesNoVersionToWriteOver() {
        String url = filled("/v1/services/{service}");
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .header("If-Match", "W/" + given().get(url).header("ETag"))
                .delete(url)
                .then()
                .statusCode(412);
    }

    @Test
    void whatIsForOneReaderIsKeptByNobodyElse() {
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .get("/v1/verification-queue")
                .then()
                .header("Cache-Control", containsString("private"));
    }

    @ParameterizedTest
    @CsvSource({
        "/hsds/v3/services/{service}, application/json",
        "/hsds/v3/services?format=ndjson, application/x-ndjson",
        "/v1/search?q=reading, application/json",
        "/v1/search?q=reading, application/geo+json",
        "/v1/search?q=reading, text/csv"
    })
    void answersArePackedForThoseWhoCanUnpackThem(String path, String type) throws Exception {
        searchable();
        HttpResponse<byte[]> plain = send(path, type, null);
        HttpResponse<byte[]> packed = send(path, type, "gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isNotEqualTo(java.util.Optional.of("gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void anyWebPageMayReadAndSeeItsLimits() {
        for (String path : List.of("/v1/search?q=reading", "/hsds/v3/services", "/v1/changes")) {
            given().header("Origin", "https://app.example")
                    .get(path)
                    .then()
                    .header("Access-Control-Allow-Origin", equalTo("*"))
                    .header("Access-Control-Expose-Headers", containsString("ETag"))
                    .header("Access-Control-Expose-Headers", containsString("Link"))
                    .header("Access-Control-Expose-Headers", containsString("RateLimit-Remaining"))
                    .header("RateLimit", containsString("\"anonymous\""));
        }
        given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "If-None-Match")
                .options("/v1/search")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=freshness", "sort=distance&near=39.29,-76.61", "sort=relevance&near=39.29,-76.61"})
    void pagesOfASearchSurviveWhatComesAndGoesBetweenThem(String order) {
        String word = "word" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        Listing[] services = new Listing[9];
        Location[] houses = new Location[9];
        for (int i = 0; i < services.length; i++) {
            int n = i;
            houses[i] = location("7" + i + " Page Street").but(l -> l.latitude = 39.29 + n * 0.001);
            services[i] = service(word, houses[i])
                    .but(l ->
                            l.assuredDate = java.time.LocalDate.of(2026, 10, 1).plusDays(n % 3));
        }
        directory.store(tree(hope, List.of(houses), services));
        String q = "/v1/search?include_stale=true&limit=2&" + order + "&q=" + word;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get(q).jsonPath().getInt("total") == services.length);
        List<String> seen = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        String next = q;
        for (int page = 0; next != null; page++) {
            Response answer = given().urlEncodingEnabled(false).get(next);
            answer.then().statusCode(200);
            seen.addAll(answer.jsonPath().getList("items.service.id"));
            String link = answer.header("Link");
            next = link == null ? null : link.replaceAll("^<|>.*$", "");
            int n = page;
            Location fresh = location("8" + page + " Page Street").but(l -> l.latitude = 39.2895 + n * 0.002);
            Listing come = service(word, fresh).but(l -> l.assuredDate = java.time.LocalDate.of(2026, 10, 2));
            directory.store(tree(hope, List.of(fresh), come));
            if (page < 2) {
                UUID leaves = id(services[page == 0 ? 0 : 8]);
                directory.withdraw(List.of(leaves));
                gone.add(leaves);
            }
            int total = services.length + page + 1 - gone.size();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> given().get(q).jsonPath().getInt("total") == total);
            if (page > 20) {
                break;
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
        for (Listing service : services) {
            if (!gone.contains(id(service))) {
                assertThat(seen).contains(id(service).toString());
            }
        }
    }

    private void searchable() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/v1/search?q=reading").jsonPath().getInt("total") > 0);
    }

    private HttpResponse<byte[]> send(String path, String type, @org.jspecify.annotations.Nullable String encoding)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(base.resolve(filled(path))).header("Accept", type);
            if (encoding != null) {
                request.header("Accept-Encoding", encoding);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private String filled(String path) {
        return path.replace("{service}", id(circle).toString())
                .replace("{organization}", Objects.requireNonNull(hope.id()).toString())
                .replace("{location}", Objects.requireNonNull(house.id()).toString());
    }

    private static UUID id(Listing service) {
        return Objects.requireNonNull(service.id());
    }
}
