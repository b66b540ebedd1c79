package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The persons of the test resources, and those of an examples file beside the checkout where there is one. */
final class People {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("kith.root", "."));
    private static final Path EXAMPLES = Path.of(System.getProperty(
            "kith.personas",
            ROOT.resolveSibling("shared/personas/examples.json").toString()));

    private People() {}

    static List<JsonNode> ours() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                Path.of(People.class.getResource("/personas").toURI()), "*.json")) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            sorted.sort(null);
            List<JsonNode> people = new ArrayList<>();
            for (Path file : sorted) {
                people.addAll(read(file));
            }
            return people;
        } catch (IOException | java.net.URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Empty where there is no such file. */
    static List<JsonNode> examples() {
        try {
            return Files.isReadable(EXAMPLES) ? read(EXAMPLES) : List.of();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>(examples());
        all.addAll(ours());
        return all;
    }

    private static List<JsonNode> read(Path file) throws IOException {
        return JSON.readTree(file.toFile()).path("personas").valueStream().toList();
    }
}
