package org.kith.contracts;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of contracts/events as they are committed. */
final class EventFiles {
    static final Path FOLDER = Path.of("events");
    private static final String SCHEMA = ".v1.schema.json";
    private static final String EXAMPLE = ".v1.example.json";

    private EventFiles() {}

    static List<String> withSchema() {
        return named(SCHEMA);
    }

    static List<String> withExample() {
        return named(EXAMPLE);
    }

    static JsonNode schema(String event) {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve(event + SCHEMA).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(Path file) {
        return yamls(file).getFirst();
    }

    /** The documents of a file; a key that stands twice is an error, not the last one. */
    static List<JsonNode> yamls(Path file) {
        YAMLFactory strict = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (MappingIterator<JsonNode> documents =
                new ObjectMapper(strict).readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> named(String suffix) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
