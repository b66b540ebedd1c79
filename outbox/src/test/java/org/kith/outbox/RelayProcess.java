package org.kith.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A relay in a process of its own, so that it can be killed as the kernel or an operator would. */
final class RelayProcess {
    private RelayProcess() {}

    static Process start(Database database, Map<String, Object> kafka, Path log) throws Exception {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        database.url(),
                        String.valueOf(kafka.get("bootstrap.servers"))))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", "postgres");
        DriverManager.getDrivers();
        Relay relay = new Relay(
                () -> OwnConnection.open(arguments[0], properties),
                Map.of("bootstrap.servers", arguments[1]),
                new TestConfig(),
                new SimpleMeterRegistry());
        relay.start();
        Thread.sleep(60_000);
    }
}
