package org.kith.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.kith.localstack.Parts;
import org.kith.localstack.Stack;

/**
 * The directory dies in the middle of everything, several times: nothing that it acknowledged is lost, an import ends as
 * if nothing had been, and index and topic come to say exactly what the table says.
 *
 * <p>Longer with {@code -Dkith.crash.kills=20 -Dkith.crash.organizations=20000}, otherwise with {@code
 * -Dkith.crash.seed=7}.
 */
class CrashJourney {
    private static final int KILLS = Integer.getInteger("kith.crash.kills", 3);
    private static final long SEED = Long.getLong("kith.crash.seed", 20261122);
    private static final int EDITORS = 3;
    private static final int ORGANIZATIONS = Integer.getInteger("kith.crash.organizations", 1_000);
    private static final int SERVICES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(SEED);

    @Test
    void nothingIsLostAndEverythingCatchesUp() throws Exception {
        Path folder = Parts.root().resolve("journeys/target/crash");
        Stack.forget(folder);
        delete(folder);
        try (MortalDirectory directory = new MortalDirectory(folder)) {
            directory.start();
            List<Editor> editors = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                Editor editor = new Editor(directory, SEED + i);
                editors.add(editor);
                threads.add(Thread.ofPlatform().name("editor-" + i).start(editor));
            }
            String job = upload(directory);
            double before = 0;
            int interrupted = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                if (kill % 2 == 0) {
                    before = awaitProgress(directory, job, before);
                    interrupted += before < 1 ? 1 : 0;
                }
                Thread.sleep(300 + random.nextInt(1_500));
                directory.kill();
                directory.start();
            }
            Thread.sleep(1_000);
            for (int i = 0; i < EDITORS; i++) {
                editors.get(i).stop();
                threads.get(i).join();
            }
            JsonNode done = awaitEnd(directory, job);
            assertThat(interrupted).as("kills during the import").isPositive();
            assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
            JsonNode rows = done.path("rows");
            assertThat(rows.path("in").asInt())
                    .as(rows.toString())
                    .isEqualTo(ORGANIZATIONS * (SERVICES + 1))
                    .isEqualTo(rows.path("stored").asInt()
                            + rows.path("unchanged").asInt()
                            + rows.path("refused").asInt());
            for (Editor editor : editors) {
                editor.verify();
                assertThat(editor.acknowledged()).isPositive();
            }

            Map<String, Long> table = table(directory);
            assertThat(table.size()).isGreaterThanOrEqualTo(ORGANIZATIONS * SERVICES);
            IndexState caughtUp = awaitIndex(directory, table);
            awaitTopic(directory, table);

            directory.kill();
            IndexState.drop(directory.index(), table.keySet().iterator().next());
            IndexState damaged = IndexState.read(directory.index());
            assertThat(damaged.changes()).as("what lacks one listing").isNotEqualTo(table);
            assertThat(damaged.hash()).isNotEqualTo(caughtUp.hash());
            delete(directory.index());
            directory.start();
            assertThat(awaitIndex(directory, table).hash())
                    .as("an index built anew")
                    .isEqualTo(caughtUp.hash());
            System.out.printf(
                    "%d kills, %d acknowledged writes, import %s, %d listings, index %s%n",
                    KILLS + 1,
                    editors.stream().mapToInt(Editor::acknowledged).sum(),
                    rows,
                    table.size(),
                    caughtUp.hash());
        }
    }

    private String upload(MortalDirectory directory) throws IOException, InterruptedException {
        String boundary = "----crash";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        StringBuilder body = new StringBuilder(head.formatted("source", "") + "crash\r\n");
        body.append(head.formatted("file", "; filename=\"crash.ndjson\""));
        for (int i = 0; i < ORGANIZATIONS * SERVICES; i++) {
            UUID organization = new UUID(SEED, i / SERVICES);
            body.append("""
                {"id": "%s", "name": "Service %d", "status": "active", "description": "Number %d", \
                "organization": {"id": "%s", "name": "Organization %d", "description": "x"}}
                """.formatted(new UUID(SEED + 1, i), i, random.nextInt(), organization, i / SERVICES));
        }
        body.append("\r\n--").append(boundary).append("--\r\n");
        HttpResponse<String> answer = directory.send(directory
                .request("/v1/imports")
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    /** Until the import has moved on, or is done. */
    private static double awaitProgress(MortalDirectory directory, String job, double before)
            throws IOException, InterruptedException {
        JsonNode now = job(directory, job);
        for (int i = 0; i < 600 && now.path("state").asText().matches("queued|running"); i++) {
            if (now.path("progress").asDouble() > before) {
                break;
            }
            Thread.sleep(50);
            now = job(directory, job);
        }
        return now.path("progress").asDouble();
    }

    private static JsonNode awaitEnd(MortalDirectory directory, String job) throws IOException, InterruptedException {
        JsonNode now = job(directory, job);
        for (int i = 0; i < 900 && now.path("state").asText().matches("queued|running"); i++) {
            Thread.sleep(200);
            now = job(directory, job);
        }
        return now;
    }

    private static JsonNode job(MortalDirectory directory, String id) throws IOException, InterruptedException {
        return JSON.readTree(
                directory.send(directory.request("/v1/imports/" + id).build()).body());
    }

    private static Map<String, Long> table(MortalDirectory directory) throws Exception {
        Map<String, Long> changes = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(directory.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select service_id::text, change from listing where not withdrawn")) {
            while (rows.next()) {
                changes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return changes;
    }

    private static IndexState awaitIndex(MortalDirectory directory, Map<String, Long> table) {
        IndexState[] state = new IndexState[1];
        Eventually.within(Duration.ofSeconds(60)).untilAsserted(() -> {
            state[0] = IndexState.read(directory.index());
            assertThat(state[0].changes()).isEqualTo(table);
        });
        return state[0];
    }

    /** The newest event of each service is its newest change, and of what is gone a tombstone. */
    private static void awaitTopic(MortalDirectory directory, Map<String, Long> table) {
        Eventually.within(Duration.ofSeconds(60)).untilAsserted(() -> {
            Map<String, Long> newest = new HashMap<>();
            Map<String, Object> settings = Map.of("bootstrap.servers", directory.bootstrapServers());
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                List<TopicPartition> partitions = consumer.partitionsFor("directory.listing.v1").stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                    consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                        if (event.value() == null) {
                            newest.remove(event.key());
                        } else {
                            newest.put(
                                    event.key(),
                                    Long.valueOf(new String(event.headers()
                                            .lastHeader("ce_sequence")
                                            .value())));
                        }
                    });
                }
            }
            assertThat(new TreeMap<>(newest)).isEqualTo(table);
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
