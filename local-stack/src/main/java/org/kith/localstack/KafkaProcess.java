package org.kith.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A single Kafka broker (KRaft) as a process of its own, on loopback, with a log folder that survives it. */
public final class KafkaProcess implements AutoCloseable {
    /** Constant, or a second start over the same folder fails. */
    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";

    /** Two seconds where the machine has nothing else to do. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final ChildProcess process;
    private final int port;

    private KafkaProcess(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param folder holds logs and settings; made where it is absent
     * @param port 0 for a free one
     */
    public static KafkaProcess start(Path folder, int port) {
        int chosen = port == 0 ? Ports.free() : port;
        try {
            Files.createDirectories(folder);
            Path settings = folder.resolve("server.properties");
            Files.writeString(settings, settings(folder, chosen, Ports.free()));
            Commands.run(
                    java(
                            "kafka.tools.StorageTool",
                            "format",
                            "--ignore-formatted",
                            "-t",
                            CLUSTER_ID,
                            "-c",
                            settings.toString()),
                    folder.resolve("format.log"),
                    START_LIMIT);
            ChildProcess process = ChildProcess.start(
                    "Kafka", java("kafka.Kafka", settings.toString()), Map.of(), folder, folder.resolve("kafka.log"));
            process.awaitOpen(chosen, START_LIMIT);
            return new KafkaProcess(process, chosen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public long pid() {
        return process.handle().pid();
    }

    ChildProcess process() {
        return process;
    }

    /** Ends the broker as a crash would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private static List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Parts.ofCheckout().kafkaClassPath(),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String settings(Path folder, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                # Topics are created on purpose, with their settings, never by accident.
                auto.create.topics.enable=false
                num.partitions=4
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=2
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controllerPort, folder.resolve("logs").toAbsolutePath());
    }
}
