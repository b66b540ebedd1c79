package org.kith.directory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.imports.reading.ReadingLimits.USUAL;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.imports.reading.Upload;

/** A large upload is read in parts, and says the same as when it is read as a whole. */
class PartsTest {
    @TempDir
    Path folder;

    @Test
    void allPartsTogetherAreTheWhole() throws IOException {
        Path file = services(20_000, false);
        Map<String, Integer> whole = new TreeMap<>();
        Set<String> inParts = new HashSet<>();
        Map<String, Integer> counts = new TreeMap<>();
        try (Upload upload = Upload.open(file, "x.ndjson", USUAL)) {
            count(Reading.of(upload, USUAL), whole);
            try (Parts parts = Objects.requireNonNull(parts(upload, file))) {
                assertThat(parts.trees()).isEqualTo(4_001);
                assertThat(parts.forEach(new Spelling(), part -> {
                            part.trees()
                                    .forEach(tree -> assertThat(inParts.add(tree.key()))
                                            .as("one organization is one tree: %s", tree.key())
                                            .isTrue());
                            count(part, counts);
                            return true;
                        }))
                        .isTrue();
            }
        }
        assertThat(counts).isEqualTo(whole);
        assertThat(inParts).hasSizeGreaterThan(4_000);
    }

    @Test
    void documentsThatNeedOthersAreReadAsAWhole() throws IOException {
        Path file = services(20_000, true);
        try (Upload upload = Upload.open(file, "x.ndjson", USUAL);
                Parts parts = parts(upload, file)) {
            assertThat(parts).isNull();
        }
    }

    @Test
    void stopsWhenTold() throws IOException {
        Path file = services(20_000, false);
        int[] taken = new int[1];
        try (Upload upload = Upload.open(file, "x.ndjson", USUAL);
                Parts parts = parts(upload, file)) {
            assertThat(parts != null && parts.forEach(new Spelling(), part -> ++taken[0] < 2))
                    .isFalse();
        }
        assertThat(taken[0]).isEqualTo(2);
    }

    private static @Nullable Parts parts(Upload upload, Path file) throws IOException {
        return Parts.of(upload, Files.size(file), USUAL);
    }

    private static void count(Reading reading, Map<String, Integer> counts) {
        reading.trees()
                .forEach(tree -> tree.rows()
                        .forEach(row ->
                                counts.merge(row.entity() + (row.isRefused() ? " refused" : ""), 1, Integer::sum)));
    }

    private Path services(int count, boolean byReference) throws IOException {
        Path file = folder.resolve("x.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                int organization = i % 4_000;
                out.write("{\"id\":\"s" + i + "\",\"name\":\"Service " + i
                        + "\",\"status\":\"active\",\"description\":\""
                        + "Help with many things. ".repeat(15) + "\",\"organization\":{\"id\":\"o" + organization
                        + "\",\"name\":\"Organization " + organization + "\",\"description\":\"d\"},"
                        + "\"phones\":[{\"number\":\"410-555-0100\"}],\"service_at_locations\":[{\"id\":\"a" + i + "\","
                        + (byReference && i == count - 1
                                ? "\"location_id\":\"l1\""
                                : "\"location\":{\"id\":\"l" + i
                                        + "\",\"name\":\"Place\",\"location_type\":\"virtual\"}")
                        + "}]}\n");
                if (i == 77) {
                    out.write("{\"id\":\n");
                }
            }
            out.write("{\"locations\":[{\"id\":\"lone\",\"name\":\"Nobody's\",\"location_type\":\"virtual\"}]}\n");
            out.write("{\"taxonomies\":[{\"id\":\"t\",\"name\":\"T\",\"description\":\"d\"}]}\n");
        }
        return file;
    }
}
