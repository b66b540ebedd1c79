package org.kith.directory.imports.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.reading.BoundedLines;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.RecordBound;
import org.kith.directory.imports.reading.SourceFile;
import org.kith.directory.imports.reading.TextEncoding;
import org.kith.directory.imports.reading.UnreadableUpload;

/** Reads HSDS documents one by one: an array, lines, one page of an API, a single document, or tables as JSON. */
final class DocumentReader {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(4 << 20)
                    .maxNameLength(1_000)
                    .build())
            .build());

    /** One document of an array may hold a whole organization, and is longer than a line. */
    private static final int JSON_ITEMS = 4;

    /** Takes the documents of one file; null stands for one that could not be read. */
    @FunctionalInterface
    interface Sink {
        void take(long number, @Nullable JsonNode document) throws IOException;
    }

    private final Harvest harvest;
    private final ReadingLimits limits;
    private final Function<String, Sink> sinks;
    private long number;
    private @Nullable RecordBound bound;

    DocumentReader(Harvest harvest, ReadingLimits limits) {
        this(harvest, limits, file -> new Documents(harvest, file)::take);
    }

    /** @param sinks takes the documents of a file, by its name */
    DocumentReader(Harvest harvest, ReadingLimits limits, Function<String, Sink> sinks) {
        this.harvest = harvest;
        this.limits = limits;
        this.sinks = sinks;
    }

    void read(SourceFile file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        if (encoding.isRepair()) {
            harvest.notes()
                    .add(
                            file.name(),
                            "",
                            "encoding",
                            "Not UTF-8: read as " + encoding.charset().name() + ".");
        }
        number = 0;
        Sink documents = sinks.apply(file.name());
        if (file.hasExtension("ndjson", "jsonl")) {
            lines(file, encoding, documents);
        } else {
            whole(file, encoding, documents);
        }
    }

    /** A line that cannot be read is refused by itself. */
    private void lines(SourceFile file, TextEncoding encoding, Sink documents) throws IOException {
        try (BoundedLines lines = new BoundedLines(encoding.reader(file), file.name(), limits.recordChars())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    number++;
                    documents.take(number, parsed(line));
                }
            }
        }
    }

    private static @Nullable JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Half a file must not look like a whole one, so that an error in it is an error of the upload. */
    private void whole(SourceFile file, TextEncoding encoding, Sink documents) throws IOException {
        try (RecordBound reader =
                        new RecordBound(encoding.reader(file), file.name(), JSON_ITEMS * limits.recordChars());
                JsonParser parser = JSON.createParser(reader)) {
            bound = reader;
            while (parser.nextToken() != null) {
                value(parser, documents, file);
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableUpload(
                    "json-malformed",
                    "The file %s is not JSON that can be read, from line %d on."
                            .formatted(
                                    file.name(),
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr()));
        }
    }

    private void value(JsonParser parser, Sink documents, SourceFile file) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            items(parser, documents);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser, documents, file);
        } else {
            documents.take(++number, JSON.readTree(parser));
        }
    }

    private void items(JsonParser parser, Sink documents) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            documents.take(++number, JSON.readTree(parser));
            ended();
        }
    }

    /** The next document may be as long again. */
    private void ended() {
        if (bound != null) {
            bound.recordEnded(number);
        }
    }

    /** A page's contents are streamed; anything else at the top is one document. */
    private void object(JsonParser parser, Sink documents, SourceFile file) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        boolean container = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            if (array && name.equals("contents")) {
                container = true;
                items(parser, documents);
            } else if (array && name.endsWith(".csv")) {
                container = true;
                table(parser, name, file);
            } else {
                document.set(name, JSON.readTree(parser));
            }
        }
        if (!container) {
            documents.take(++number, document);
        }
    }

    private void table(JsonParser parser, String name, SourceFile file) throws IOException {
        TableReader tables = new TableReader(harvest);
        long row = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (JSON.readTree(parser) instanceof ObjectNode object) {
                tables.read(file.name() + "#" + name, name, ++row, object);
            }
            ended();
        }
    }
}
