package org.kith.directory.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;

@DirectoryTest
class ContractTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void theCommittedContractIsTheOneThatTheServiceGives() throws IOException {
        Path file = Path.of(System.getProperty("kith.root", ".."), "contracts/openapi/resource-directory.yaml");
        String now = given().queryParam("format", "yaml").get("/q/openapi").asString();
        String committed = Files.exists(file) ? Files.readString(file) : "";
        if (!now.equals(committed)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(committed.equals(now))
                .as("contracts/openapi/resource-directory.yaml was out of date and has been written anew: commit it")
                .isTrue();
    }

    @Test
    void everyOperationIsDescribed() throws IOException {
        JsonNode contract = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        List<String> missing = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> check(method.getKey() + " " + path.getKey(), method.getValue(), missing)));
        assertThat(missing).isEmpty();
    }

    private static void check(String name, JsonNode operation, List<String> missing) {
        if (operation.path("summary").asText("").isBlank()
                || operation.path("description").asText("").isBlank()) {
            missing.add(name + " has no words");
        }
        operation.path("parameters").forEach(parameter -> {
            if (!parameter.has("$ref")
                    && parameter.path("description").asText("").isBlank()) {
                missing.add(
                        name + " does not say what " + parameter.path("name").asText() + " is");
            }
        });
        // A form with a file has no example in JSON.
        JsonNode request = operation.path("requestBody").path("content").path("application/json");
        if (request.isObject() && !request.has("example") && !request.has("examples")) {
            missing.add(name + " shows no request");
        }
        operation.path("responses").properties().forEach(response -> {
            if (!response.getValue().has("$ref")
                    && response.getValue().path("description").asText("").isBlank()) {
                missing.add(name + " does not describe its " + response.getKey());
            }
        });
    }
}
