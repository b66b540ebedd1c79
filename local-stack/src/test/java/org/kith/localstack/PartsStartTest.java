package org.kith.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsStartTest {
    @TempDir
    Path folder;

    @Test
    void postgresKeepsItsDataOverARestart() throws Exception {
        try (PostgresProcess server = PostgresProcess.start(folder, 0, "one")) {
            execute(server, "CREATE TABLE t (n int)");
        }
        try (PostgresProcess server = PostgresProcess.start(folder, 0, "one", "two")) {
            execute(server, "INSERT INTO t VALUES (1)");
        }
    }

    @Test
    void kafkaStartsAgainOverTheSameFolder() {
        for (int start = 0; start < 2; start++) {
            try (KafkaProcess broker = KafkaProcess.start(folder, 0)) {
                assertThat(broker.bootstrapServers()).startsWith("localhost:");
            }
        }
    }

    private static void execute(PostgresProcess server, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("one"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
