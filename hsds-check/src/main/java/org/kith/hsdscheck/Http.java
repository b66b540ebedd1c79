package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A polite client: one request at a time, so many and no more, each with an end, and slower when asked to be. */
final class Http implements AutoCloseable {
    static final String USER_AGENT = "kith-hsds-check/0.1";
    private static final int LARGEST_BODY = 128 << 20;
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(10);
    private static final int TRIES = 4;

    /** The status of a connection that broke off or took too long. */
    static final int NO_ANSWER = 0;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Options options;
    private final Report report;
    private final HttpClient client;
    private boolean hasAnswered;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    Http(Options options, Report report) {
        this.options = options;
        this.report = report;
        this.client = HttpClient.newBuilder()
                .connectTimeout(options.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * What came back.
     *
     * @param body null where it is not JSON
     */
    record Answer(
            String url,
            int status,
            String type,
            Optional<String> allowedOrigin,
            @Nullable JsonNode body) {
        boolean isOk() {
            return status == 200;
        }

        boolean isJson() {
            return type.contains("json") && body != null;
        }
    }

    Answer get(String url) {
        return answer(url, "GET");
    }

    Answer post(String url) {
        return answer(url, "POST");
    }

    private Answer answer(String url, String method) {
        try {
            HttpResponse<InputStream> response = send(url, method, "application/json");
            try (InputStream in = response.body();
                    Alarm alarm = new Alarm(in, options.timeout().multipliedBy(4))) {
                byte[] bytes = in.readNBytes(LARGEST_BODY);
                hasAnswered = true;
                return new Answer(
                        url,
                        response.statusCode(),
                        type(response),
                        response.headers().firstValue("Access-Control-Allow-Origin"),
                        json(bytes));
            }
        } catch (IOException e) {
            if (!hasAnswered) {
                throw new CannotCheck("No answer from " + options.base() + url + ": " + e, e);
            }
            return new Answer(url, NO_ANSWER, "", Optional.empty(), null);
        }
    }

    /** @return the status and type of the stream; its lines went to the consumer if it was a 200 */
    Answer lines(String url, Consumer<String> each) {
        try {
            HttpResponse<InputStream> response = send(url, "GET", "application/x-ndjson, application/json;q=0.5");
            try (InputStream in = response.body();
                    Alarm alarm = new Alarm(in, LONGEST_STREAM);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                if (response.statusCode() == 200) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        each.accept(line);
                    }
                }
                return new Answer(
                        url,
                        response.statusCode(),
                        type(response),
                        response.headers().firstValue("Access-Control-Allow-Origin"),
                        null);
            }
        } catch (IOException e) {
            return new Answer(url, NO_ANSWER, "", Optional.empty(), null);
        }
    }

    private HttpResponse<InputStream> send(String url, String method, String accept) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(options.base() + url))
                .timeout(options.timeout())
                .header("User-Agent", USER_AGENT)
                .header("Accept", accept)
                .header("Origin", "https://hsds-check.example")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        for (int tried = 1; ; tried++) {
            if (report.requests() >= options.requests()) {
                throw new CannotCheck("More than " + options.requests()
                        + " requests would be needed; allow more with --requests, or look at less with --sample.");
            }
            report.requested();
            try {
                HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                boolean isBusy = response.statusCode() == 429 || response.statusCode() == 503;
                if (!isBusy || tried == TRIES) {
                    return response;
                }
                response.body().close();
                TimeUnit.SECONDS.sleep(pause(response));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static long pause(HttpResponse<?> response) {
        String wished = response.headers().firstValue("Retry-After").orElse("2");
        return wished.matches("\\d{1,6}") ? Math.min(60, Long.parseLong(wished)) : 5;
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    static @Nullable JsonNode json(byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            return tree.isMissingNode() ? null : tree;
        } catch (IOException e) {
            return null;
        }
    }

    /** Closes a body that takes too long: the timeout of the client ends with the headers. */
    private final class Alarm implements AutoCloseable {
        private final ScheduledFuture<?> due;

        Alarm(InputStream body, Duration after) {
            due = clock.schedule(
                    () -> {
                        body.close();
                        return null;
                    },
                    after.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            due.cancel(false);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close();
    }
}
