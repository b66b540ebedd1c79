package org.kith.directory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Organization;
import org.kith.directory.imports.reading.CsvTable;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.Upload;

/** Real directories, where they lie beside the checkout: every row is accounted for. */
class SharedDirectoriesTest {
    private static final Path SHARED = Path.of(System.getProperty("kith.root", "."))
            .resolveSibling("shared")
            .normalize();

    @TempDir
    Path folder;

    @Test
    void everyRowOfBaltimoreIsCountedOnce() throws IOException {
        Path data = directory("data/baltimore-ohana-csv");
        Reading reading = read(zipped(data));
        assertThat(reading.format()).isEqualTo(Format.OHANA_CSV);
        Map<String, long[]> counts = counted(reading);
        print("Baltimore", counts);
        assertThat(counts.values().stream().mapToLong(c -> c[0]).sum()).isEqualTo(rowsOf(data));
        assertThat(counts.getOrDefault("service", new long[4])[0]).isEqualTo(1876);
        assertThat(counts.getOrDefault("phone", new long[4])[0]).isEqualTo(7157);
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentIsRead() {
        return Stream.of(
                        "data/detroit-313-hsds3.2/services.sample.hsds-3.2.json",
                        "hsds/3.2.3/examples/service_full.json",
                        "hsds/3.2.3/examples/organization_full.json",
                        "hsds/3.2.3/examples/service_at_location_full.json",
                        "hsds/3.2.3/examples/taxonomy_term_list.json",
                        "hsds/3.2.3/examples/tabular.json",
                        "hsds/3.2.3/examples/csv",
                        "data/oruk-3.0/V3.0-UK-Default",
                        "data/oruk-3.0/V3.0-UK-Warn")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path path = directory(name);
                    Reading reading = read(Files.isDirectory(path) ? zipped(path) : path);
                    Map<String, long[]> counts = counted(reading);
                    print(name + " " + reading.format(), counts);
                    assertThat(counts).isNotEmpty();
                }));
    }

    private static Path directory(String name) {
        Path path = SHARED.resolve(name);
        assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        return path;
    }

    private static Reading read(Path path) {
        try (Upload upload = Upload.open(path, String.valueOf(path.getFileName()), ReadingLimits.USUAL)) {
            Reading reading = Reading.of(upload, ReadingLimits.USUAL);
            ForeignIds ids = new ForeignIds("test");
            for (OrganizationTree tree : reading.trees()) {
                ObjectNode document = tree.document();
                if (document != null && !tree.key().equals(OrganizationTree.TAXONOMIES)) {
                    ids.translate("organization", document);
                    assertThat(HsdsJson.mapper()
                                    .convertValue(document, Organization.class)
                                    .name())
                            .isNotBlank();
                }
            }
            return reading;
        }
    }

    /** in, kept, repaired, refused */
    private static Map<String, long[]> counted(Reading reading) {
        Map<String, long[]> counts = new TreeMap<>();
        for (OrganizationTree tree : reading.trees()) {
            for (Row row : tree.rows()) {
                long[] count = counts.computeIfAbsent(row.entity(), e -> new long[4]);
                count[0]++;
                count[1] += row.isRefused() ? 0 : 1;
                count[2] += row.isRepaired() ? 1 : 0;
                count[3] += row.isRefused() ? 1 : 0;
                if (Boolean.getBoolean("kith.show") && !row.problems().isEmpty()) {
                    System.out.println(row.file() + " " + row.number() + " " + row.entity() + " "
                            + (row.isRefused() ? "REFUSED " : "") + row.problems());
                }
            }
        }
        return counts;
    }

    private static void print(String name, Map<String, long[]> counts) {
        System.out.println(name);
        counts.forEach((entity, c) -> System.out.printf(
                "  %-22s in %6d kept %6d repaired %6d refused %6d%n", entity, c[0], c[1], c[2], c[3]));
    }

    private static long rowsOf(Path data) throws IOException {
        long rows = 0;
        try (Upload upload =
                Upload.open(zippedInto(data, Files.createTempFile("rows", ".zip")), "x.zip", ReadingLimits.USUAL)) {
            for (var file : upload.files()) {
                if (file.hasExtension("csv")) {
                    long[] count = new long[1];
                    CsvTable.of(file, ReadingLimits.USUAL).forEach(row -> count[0]++);
                    rows += count[0];
                }
            }
        }
        return rows;
    }

    private Path zipped(Path data) throws IOException {
        return zippedInto(data, folder.resolve("upload.zip"));
    }

    private static Path zippedInto(Path data, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> list = Files.list(data)) {
            for (Path file : List.copyOf(list.sorted().toList())) {
                entries.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return zip;
    }
}
