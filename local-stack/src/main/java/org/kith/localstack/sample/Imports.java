package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** The import of the directory, as a client of its API sees it. */
public final class Imports {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNDER_WAY = Set.of("queued", "running");
    private static final Duration TOKEN_USE = Duration.ofMinutes(3);
    private static final String BOUNDARY = "kith-local-stack-7d1f4c";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI imports;
    private final Supplier<String> tokens;
    private String token = "";
    private long tokenUntil;

    public Imports(URI directory, Supplier<String> tokens) {
        this.imports = URI.create(directory + "/v1/imports");
        this.tokens = tokens;
    }

    /**
     * Hands a file in and waits for its end.
     *
     * @param tenths hears of each further tenth
     * @return the job as the directory tells it
     */
    public JsonNode send(Path file, String source, IntConsumer tenths) throws IOException {
        HttpRequest upload = request(imports)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(multipart(file, source))
                .build();
        JsonNode job = answer(upload, 202);
        URI status = URI.create(imports + "/" + job.path("id").asText());
        int told = 0;
        while (UNDER_WAY.contains(job.path("state").asText())) {
            pause();
            job = answer(request(status).GET().build(), 200);
            int tenth = (int) (job.path("progress").asDouble() * 10);
            if (tenth > told && tenth < 10) {
                told = tenth;
                tenths.accept(tenth);
            }
        }
        return job;
    }

    private HttpRequest.Builder request(URI address) {
        if (System.nanoTime() > tokenUntil || token.isEmpty()) {
            token = tokens.get();
            tokenUntil = System.nanoTime() + TOKEN_USE.toNanos();
        }
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest request, int expected) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IOException("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static BodyPublisher multipart(Path file, String source) throws IOException {
        String head = """
                --%1$s\r
                Content-Disposition: form-data; name="source"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, source, file.getFileName());
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
