package org.kith.directory.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kith.directory.imports.ImportCalls.imported;
import static org.kith.directory.imports.ImportCalls.post;
import static org.kith.directory.imports.ImportCalls.steward;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.localstack.TestTokens;

@DirectoryTest
class ImportRefusalsTest {

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

    private void refused(String name, byte[] bytes, String code) {
        post("refused", bytes, name, Map.of()).then().statusCode(422).body("code", equalTo(code));
    }
}
