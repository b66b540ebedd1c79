package org.kith.directory.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Stored;
import org.kith.localstack.TestTokens;

@DirectoryTest
class ReviewTest {
    private static final UUID HOPE = UUID.fromString(TestTokens.HOPE_CENTER);
    private static final String GRIEF = "attributes.find { it.taxonomy_term.code == 'grief' }.";

    private final Organization hope = organization("Hope Center").but(o -> o.id = HOPE);
    private final Organization other = organization("Neighbours");
    private final Listing ours = uncoded("Evening circle");
    private final Listing theirs = uncoded("Morning circle");

    @Inject
    Directory directory;

    private static Listing uncoded(String name) {
        return service(name).but(l -> {
            l.description = "Offers a support group for bereaved parents. It is not a soup kitchen.";
            l.attributes = List.of();
        });
    }

    @BeforeEach
    void store() {
        directory.store(tree(hope, List.of(), ours));
        directory.store(tree(other, List.of(), theirs));
    }

    @Test
    void whatTheWordsSpeakForIsInTheDocumentAndMarkedWithItsRule() {
        document(ours)
                .body(GRIEF + "link_type", equalTo("inferred"))
                .body(GRIEF + "label", equalTo("need/grief/bereavement"))
                .body(GRIEF + "link_entity", equalTo("service"))
                .body(GRIEF + "taxonomy_term.name", equalTo("Grief and loss"))
                .body("attributes.taxonomy_term.code", hasItems("grief", "peer_connection", "bereaved"))
                .body("attributes.taxonomy_term.code", not(hasItem("food")));
        given().queryParam(
                        "taxonomy_term_id",
                        document(ours)
                                .extract()
                                .path(GRIEF + "taxonomy_term.id")
                                .toString())
                .queryParam("organization_id", String.valueOf(other.id()))
                .get("/hsds/v3/services")
                .then()
                .statusCode(200)
                .body("contents.id", contains(id(theirs)));
        assertThat(directory.store(tree(hope, List.of(), ours)).outcome("service", Objects.requireNonNull(ours.id())))
                .isEqualTo(Stored.Outcome.UNCHANGED);
    }

    @Test
    void whatPeopleSetWinsOverWhatRulesInfer() {
        Listing coded = ours.but(l -> l.attributes =
                List.of(Kith.attribute("kith:need", "food"), Kith.attribute("kith:audience-mode", "general")));
        directory.store(tree(hope, List.of(), coded));
        document(ours)
                .body(
                        "attributes.findAll { it.taxonomy_term.taxonomy == 'kith:need' }.taxonomy_term.code",
                        equalTo(List.of("food")))
                .body("attributes.findAll { it.taxonomy_term.taxonomy == 'kith:audience' }.size()", equalTo(0));
    }

    @Test
    void aDocumentThatComesBackBringsNoInferredCodesAsWritten() {
        ValidatableResponse read = document(ours);
        as("editor-hope")
                .header("If-Match", read.extract().header("ETag"))
                .body(read.extract().asString().replace("support group for bereaved parents", "course in pottery"))
                .put("/v1/services/" + ours.id())
                .then()
                .statusCode(200)
                .body("attributes.findAll { it.taxonomy_term.code == 'grief' }.size()", equalTo(0));
    }

    @Test
    void aConfirmedCodeIsAsGoodAsWrittenAndLeavesTheOthers() {
        String tag = decide("editor-hope", ours, "need/grief/confirm")
                .statusCode(200)
                .body("items.find { it.code == 'grief' }.state", equalTo("confirmed"))
                .body("items.find { it.code == 'grief' }.decided_by", equalTo("editor"))
                .extract()
                .header("ETag");
        ValidatableResponse read = document(ours)
                .header("ETag", equalTo(tag))
                .body(GRIEF + "link_type", nullValue())
                .body(GRIEF + "metadata[0].last_action_type", equalTo("confirm"))
                .body(GRIEF + "metadata[0].updated_by", equalTo("editor"))
                .body(
                        "attributes.findAll { it.link_type == 'inferred' }.taxonomy_term.code",
                        hasItem("peer_connection"));

        // Sent back it is written; taking the decision back takes it away all the same.
        as("editor-hope")
                .header("If-Match", tag)
                .body(read.extract().asString().replace("Evening circle", "Late circle"))
                .put("/v1/services/" + ours.id())
                .then()
                .statusCode(200)
                .body(
                        "attributes.findAll { it.link_type == 'inferred' }.taxonomy_term.code",
                        hasItem("peer_connection"));
        as("editor-hope")
                .header("If-Match", tags("editor-hope", ours).extract().header("ETag"))
                .delete(path(ours, "need/grief/decision"))
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'grief' }.state", equalTo("inferred"));
        document(ours).body(GRIEF + "link_type", equalTo("inferred"));
    }

    @Test
    void aRejectedCodeStaysAwayWhenTheServiceIsWrittenAndReadAgain() {
        decide("steward", ours, "kith:need/grief/reject").statusCode(200);
        document(ours).body("attributes.taxonomy_term.code", not(hasItem("grief")));

        directory.store(tree(hope, List.of(), ours.but(l -> l.description += " Bereaved families are welcome.")));
        document(ours).body("attributes.taxonomy_term.code", not(hasItem("grief")));
        directory.recompose(List.of(Objects.requireNonNull(ours.id())));
        document(ours).body("attributes.taxonomy_term.code", not(hasItem("grief")));
        tags("steward", ours)
                .body("items.find { it.code == 'grief' }.state", equalTo("rejected"))
                .body("items.find { it.code == 'grief' }.rule", equalTo("need/grief/bereavement"))
                .body("items.find { it.code == 'grief' }.fragment", startsWith("Offers a support group for bereaved"))
                .body("items.find { it.code == 'grief' }.decided_at", notNullValue());
        decide("steward", ours, "need/grief/confirm").statusCode(200);
        document(ours).body("attributes.taxonomy_term.code", hasItem("grief"));
    }

    @ParameterizedTest
    @CsvSource({
        "need/grief/confirm, editor-hope, theirs, *, 403",
        "need/grief/reject, provider-hope, ours, *, 403",
        "need/grief/reject, app-openmap, ours, *, 403",
        "need/grief/reject, editor-hope, ours, \"1\", 412",
        "need/grief/reject, editor-hope, ours, , 428",
        "need/legal/confirm, editor-hope, ours, *, 409",
        "need/suicidal_thoughts/confirm, steward, ours, *, 409",
        "need/gref/confirm, editor-hope, ours, *, 422",
        "shape/grief/confirm, editor-hope, ours, *, 422",
    })
    void decisionsAreRefused(String path, String account, String whose, String ifMatch, int status) {
        RequestSpecification request = as(account);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        request.post(path(whose.equals("ours") ? ours : theirs, path)).then().statusCode(status);
        document(whose.equals("ours") ? ours : theirs).body(GRIEF + "link_type", equalTo("inferred"));
    }

    @Test
    void otherRefusalsSayWhy() {
        given().get("/v1/services/" + ours.id() + "/tags").then().statusCode(401);
        given().get("/v1/tag-queue").then().statusCode(401);
        as("editor-hope").get("/v1/services/" + theirs.id() + "/tags").then().statusCode(403);
        as("steward").get("/v1/services/" + UUID.randomUUID() + "/tags").then().statusCode(404);
        as("editor-hope").get("/v1/tagging").then().statusCode(403);
        as("editor-hope")
                .header("If-Match", "*")
                .post(path(ours, "need/gref/confirm"))
                .then()
                .body("errors[0].nearest", hasItem("grief"));
        as("editor-hope")
                .header("If-Match", "*")
                .delete(path(ours, "need/grief/decision"))
                .then()
                .statusCode(404);
        as("steward").get("/v1/tag-queue?limit=0").then().statusCode(400);
        as("steward").get("/v1/tag-queue?cursor=x").then().statusCode(400);
        as("steward").get("/v1/tag-queue?code=grief").then().statusCode(400);
        as("steward").get("/v1/tag-queue?taxonomy=need&code=gref").then().statusCode(422);
    }

    @Test
    void theQueueShowsWhatIsOpenPageByPage() {
        String both = "/v1/tag-queue?taxonomy=need&code=grief&limit=100";
        as("editor-hope")
                .get(both)
                .then()
                .statusCode(200)
                .body("items.service_id", hasItem(id(ours)))
                .body("items.service_id", not(hasItem(id(theirs))))
                .body("items.tags.flatten().rule.unique()", equalTo(List.of("need/grief/bereavement")));
        as("steward").get(both).then().body("items.service_id", hasItems(id(ours), id(theirs)));
        as("steward").get("/v1/tag-queue?rule=need/grief/nothing").then().body("items.size()", equalTo(0));

        String next = as("steward")
                .get("/v1/tag-queue?taxonomy=need&limit=1")
                .then()
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        as("steward")
                .queryParam("cursor", next)
                .get("/v1/tag-queue?taxonomy=need&limit=1")
                .then()
                .statusCode(200);
        as("steward")
                .queryParam("cursor", next)
                .get("/v1/tag-queue?taxonomy=audience&limit=1")
                .then()
                .statusCode(400);

        decide("editor-hope", ours, "need/grief/confirm").statusCode(200);
        as("editor-hope").get(both).then().body("items.service_id", not(hasItem(id(ours))));
    }

    private static ValidatableResponse decide(String account, Listing service, String path) {
        String tag = tags(account, service).extract().header("ETag");
        return as(account).header("If-Match", tag).post(path(service, path)).then();
    }

    private static ValidatableResponse tags(String account, Listing service) {
        return as(account).get("/v1/services/" + service.id() + "/tags").then().statusCode(200);
    }

    private static ValidatableResponse document(Listing service) {
        return given().get("/v1/services/" + service.id()).then().statusCode(200);
    }

    private static String path(Listing service, String rest) {
        return "/v1/services/" + service.id() + "/tags/" + rest;
    }

    private static String id(Listing service) {
        return String.valueOf(service.id());
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(TestTokens.of(account)).contentType(ContentType.JSON);
    }
}
