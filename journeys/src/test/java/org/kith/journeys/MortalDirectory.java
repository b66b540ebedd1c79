package org.kith.journeys;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kith.localstack.KafkaProcess;
import org.kith.localstack.Parts;
import org.kith.localstack.Ports;
import org.kith.localstack.PostgresProcess;
import org.kith.localstack.TestTokens;

/** The packaged directory over a PostgreSQL and a Kafka of its own, to be killed and started again. */
final class MortalDirectory implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);

    private final Path folder;
    private final PostgresProcess postgres;
    private final KafkaProcess kafka;
    private final int port = Ports.free();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    MortalDirectory(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("tmp"));
        postgres = PostgresProcess.start(folder.resolve("postgresql"), 0, "directory");
        kafka = KafkaProcess.start(folder.resolve("kafka"), 0);
    }

    String jdbcUrl() {
        return postgres.jdbcUrl("directory");
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Path index() {
        return folder.resolve("index");
    }

    void start() throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(TestTokens.trust());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", String.valueOf(port));
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl());
        settings.put("kafka.bootstrap.servers", bootstrapServers());
        settings.put("kith.search.folder", index().toString());
        settings.put("kith.search.commit-every", "1s");
        settings.put("directory.import.silence", "10s");
        settings.put("java.io.tmpdir", folder.resolve("tmp").toString());
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx700m");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(
                Parts.packaged("resource-directory").resolve("quarkus-run.jar").toString());
        File log = folder.resolve("directory.log").toFile();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        long end = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("The directory did not start; see " + log);
            }
            Thread.sleep(200);
        }
    }

    /** SIGKILL: nothing is flushed, no connection is closed. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
        kafka.close();
        postgres.close();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TestTokens.of("steward"))
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == 429) {
            Thread.sleep(500);
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        }
        return answer;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(url("/q/health/ready"))
                                    .timeout(Duration.ofSeconds(2))
                                    .build())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
