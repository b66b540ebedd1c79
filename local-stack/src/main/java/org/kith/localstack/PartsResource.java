package org.kith.localstack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL and a real Kafka of its own.
 *
 * <p>Arguments: {@code database} names the database to make (none: no PostgreSQL); {@code kafka=true} starts a broker. Tokens of
 * {@link TestTokens} are trusted.
 */
public final class PartsResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable String database;
    private boolean withKafka;
    private @Nullable Path folder;
    private @Nullable PostgresProcess postgres;
    private @Nullable KafkaProcess kafka;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
        withKafka = Boolean.parseBoolean(arguments.get("kafka"));
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("kith-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>(TestTokens.trust());
        // The usual /tmp/uploads belongs to whoever ran first.
        settings.put(
                "quarkus.http.body.uploads-directory", folder.resolve("uploads").toString());
        if (database != null) {
            postgres = PostgresProcess.start(folder.resolve("postgresql"), 0, database);
            settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database));
            settings.put("quarkus.datasource.username", "postgres");
            settings.put("quarkus.datasource.password", "postgres");
        }
        if (withKafka) {
            kafka = KafkaProcess.start(folder.resolve("kafka"), 0);
            settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        }
        return settings;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
