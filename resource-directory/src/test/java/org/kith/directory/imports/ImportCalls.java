package org.kith.directory.imports;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kith.directory.hsds.HsdsJson;
import org.kith.localstack.TestTokens;

/** The steward's calls of the import API, for tests. */
public final class ImportCalls {
    private ImportCalls() {}

    public static RequestSpecification steward() {
        return given().auth().oauth2(TestTokens.of("steward"));
    }

    public static Response undo(JsonNode job) {
        return steward().post("/v1/imports/" + job.path("id").asText() + "/undo");
    }

    public static Response post(String source, byte[] bytes, String name, Map<String, String> more) {
        var request = steward().multiPart("file", name, bytes).multiPart("source", source);
        more.forEach(request::multiPart);
        return request.post("/v1/imports");
    }

    public static JsonNode imported(String source, byte[] zip) {
        return imported(source, source + ".zip", zip);
    }

    public static JsonNode imported(String source, String name, byte[] bytes) {
        return finished(post(source, bytes, name, Map.of()));
    }

    public static JsonNode finished(Response accepted) {
        accepted.then().statusCode(202);
        return over(accepted.path("id"));
    }

    public static JsonNode over(String id) {
        String path = "/v1/imports/" + id;
        return await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> HsdsJson.tree(steward().get(path).asByteArray()),
                        job -> !List.of("queued", "running")
                                .contains(job.path("state").asText()));
    }

    public static List<JsonNode> report(JsonNode job) {
        return steward()
                .get("/v1/imports/" + job.path("id").asText() + "/report")
                .asString()
                .lines()
                .map(line -> HsdsJson.tree(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
