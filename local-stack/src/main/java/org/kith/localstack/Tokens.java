package org.kith.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Access tokens of the local accounts, asked of the real Keycloak. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;

    /** @param realm the issuer, such as {@code http://localhost:8180/realms/kith} */
    public Tokens(URI realm) {
        this.endpoint = URI.create(realm + "/protocol/openid-connect/token");
    }

    /** A new token, good for five minutes. */
    public String of(String account) {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form(account)))
                    .build();
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IOException("No token for %s: %s".formatted(account, answer));
            }
            return answer.path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body that asks for it, the same that {@code curl -d} sends. */
    static String form(String account) {
        return Accounts.named(account).client()
                ? "grant_type=client_credentials&client_id=%1$s&client_secret=%1$s".formatted(account)
                : "grant_type=password&client_id=kith-cli&username=%1$s&password=%1$s".formatted(account);
    }
}
