package org.kith.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the fetched parts lie: {@code .local/parts} under the root of the checkout, filled by the build. */
public final class Parts {
    private final Path folder;

    private Parts(Path folder) {
        this.folder = folder;
    }

    /** The parts of the checkout named by the system property {@code kith.root}, or of the current folder. */
    public static Parts ofCheckout() {
        return new Parts(root().resolve(".local/parts"));
    }

    /** The root of the checkout. */
    public static Path root() {
        return Path.of(System.getProperty("kith.root", "")).toAbsolutePath().normalize();
    }

    /** A packaged service: in the folder {@code kith.app}, where dev/run keeps copies, or else where the build left it. */
    public static Path packaged(String module) {
        String app = System.getProperty("kith.app");
        return app == null ? root().resolve(module).resolve("target/quarkus-app") : Path.of(app, module);
    }

    /** The folder that a part may unpack itself into. */
    Path folder() {
        return folder;
    }

    /**
     * The one archive whose file name starts so.
     *
     * @throws IllegalStateException where the build has not fetched it
     */
    Path archive(String prefix) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No " + prefix + "* in " + folder + ": build the module local-stack/parts first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of the Kafka broker. */
    String kafkaClassPath() {
        try {
            return Files.readString(archive("kafka.classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
