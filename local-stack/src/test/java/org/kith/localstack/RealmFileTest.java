package org.kith.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmFileTest {
    private final JsonNode realm = read();

    @Test
    void holdsEveryAccountAndNoOther() {
        List<String> found = new ArrayList<>();
        stream(realm.path("clients"))
                .filter(client -> !client.path("publicClient").asBoolean())
                .forEach(client -> found.add(client.path("clientId").asText()));
        stream(realm.path("users"))
                .filter(user -> !user.has("serviceAccountClientId"))
                .forEach(user -> found.add(user.path("username").asText()));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Accounts.ALL.stream().map(Accounts.Account::name).toList());
    }

    @Test
    void localSecretsAreTheNames() {
        stream(realm.path("clients"))
                .filter(client -> client.has("secret"))
                .forEach(client -> assertThat(client.path("secret")).isEqualTo(client.path("clientId")));
        stream(realm.path("users"))
                .filter(user -> user.has("credentials"))
                .forEach(user -> assertThat(user.at("/credentials/0/value")).isEqualTo(user.path("username")));
    }

    @Test
    void tokensLiveFiveMinutesAndGuessingIsSlowedDown() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    }

    @Test
    void aClinicsTokenNamesTheSameOrganizationAsItsCoordinators() throws IOException {
        for (JsonNode client : realm.path("clients")) {
            JsonNode claim = client.at("/protocolMappers/0/config").path("claim.value");
            if (claim.isMissingNode()) {
                continue;
            }
            JsonNode organization = new ObjectMapper().readTree(claim.asText());
            String alias = organization.fieldNames().next();
            JsonNode declared = stream(realm.path("organizations"))
                    .filter(one -> one.path("alias").asText().equals(alias))
                    .findFirst()
                    .orElseThrow();
            assertThat(organization.path(alias).path("id")).isEqualTo(declared.path("id"));
            assertThat(organization.path(alias).path("hsds_organization_id"))
                    .isEqualTo(declared.at("/attributes/hsds_organization_id"));
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read() {
        try (var in = RealmFileTest.class.getResourceAsStream("/keycloak/kith-realm.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
