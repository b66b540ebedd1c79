package org.kith.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;

/** A whole city, where its directory lies beside the checkout. */
@DirectoryTest
class BaltimoreImportTest {
    private static final Path DATA = Path.of(System.getProperty("kith.root", "."))
            .resolveSibling("shared/data/baltimore-ohana-csv")
            .normalize();

    @Test
    void takesInAWholeCityAndThenChangesNothing() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "skipped: there is no " + DATA);
        byte[] zip = Zips.of(files());
        long start = System.nanoTime();
        JsonNode first = ImportCalls.finished(ImportCalls.post("baltimore", zip, "baltimore.zip", Map.of()));
        print(first, start);
        assertThat(first.path("state").asText()).isEqualTo("done");
        assertThat(first.at("/by_entity/service/stored").asInt()).isEqualTo(1876);
        assertThat(first.at("/rows/in").asLong()).isEqualTo(17651);

        start = System.nanoTime();
        JsonNode again = ImportCalls.finished(ImportCalls.post("baltimore", zip, "baltimore.zip", Map.of()));
        print(again, start);
        assertThat(again.at("/rows/stored").asInt()).isZero();
        assertThat(again.at("/rows/unchanged").asInt())
                .isEqualTo(first.at("/rows/stored").asInt());

        start = System.nanoTime();
        ImportCalls.undo(first);
        JsonNode undone = ImportCalls.over(first.path("id").asText());
        print(undone, start);
        assertThat(undone.path("state").asText()).isEqualTo("undone");
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(DATA)) {
            for (Path file : list.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return files;
    }

    private static void print(JsonNode job, long start) {
        System.out.printf(
                "%s after %.1f s: %s%n",
                job.path("state").asText(), (System.nanoTime() - start) / 1e9, job.path("rows"));
        job.path("by_entity").properties().forEach(e -> System.out.printf("  %-18s %s%n", e.getKey(), e.getValue()));
    }
}
