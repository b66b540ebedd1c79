package org.kith.directory.hsdsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Location;
import org.kith.directory.imports.ImportCalls;
import org.kith.directory.imports.Zips;
import org.kith.directory.listing.Directory;
import org.kith.hsdscheck.Conformance;
import org.kith.hsdscheck.Options;
import org.kith.hsdscheck.Report;
import org.kith.localstack.sample.Sample;

/** Our own conformance tool against the running service, over everything that can be imported here: not one finding. */
@DirectoryTest
class ConformanceTest {
    private static final Path SHARED = Path.of(System.getProperty("kith.root", "."))
            .resolveSibling("shared")
            .normalize();
    private static final List<String> DIRECTORIES = List.of(
            "data/baltimore-ohana-csv",
            "data/detroit-313-hsds3.2/services.sample.hsds-3.2.json",
            "data/oruk-3.0/V3.0-UK-Default",
            "hsds/3.2.3/examples/service_full.json",
            "hsds/3.2.3/examples/organization_full.json",
            "hsds/3.2.3/examples/csv");

    @Inject
    Directory directory;

    @TestHTTPResource("/hsds/v3")
    URI api;

    @Test
    void nothingIsFoundOnSampleAndImportedData() throws IOException {
        assumeTrue(HsdsSchemas.folder().isPresent(), "skipped: the schemas of HSDS are not beside this checkout");
        List<JsonNode> imported = new ArrayList<>();
        try {
            check(imported);
        } finally {
            // Other tests count what is there.
            for (JsonNode job : imported.reversed()) {
                ImportCalls.undo(job);
                ImportCalls.over(job.path("id").asText());
            }
        }
    }

    private void check(List<JsonNode> imported) throws IOException {
        Location shelter = location("9 Quiet Court");
        directory.store(tree(organization("Refuge"), List.of(shelter), confidential(service("refuge", shelter))));
        imported.add(imported(
                "sample", HsdsJson.bytes(new Sample(LocalDate.now(ZoneOffset.UTC)).documents()), "sample.json"));
        for (String name : DIRECTORIES) {
            Path path = SHARED.resolve(name);
            if (!Files.exists(path)) {
                System.out.println("Not checked, because it is not here: " + path);
            } else if (Files.isDirectory(path)) {
                imported.add(imported(name, Zips.of(files(path)), "directory.zip"));
            } else {
                imported.add(imported(name, Files.readAllBytes(path), "directory.json"));
            }
        }
        Report report = Conformance.check(
                Options.of(api).withSchemas(HsdsSchemas.folder().get()).withSample(30), System.out::println);
        System.out.printf(
                "%d requests, %d bodies validated, %s%n", report.requests(), report.bodies(), report.looked());
        report.notes().forEach(System.out::println);
        assertThat(report.findings()).isEmpty();
        assertThat(report.looked())
                .containsKeys(
                        "and",
                        "filters",
                        "full",
                        "full_service",
                        "ids",
                        "minimal",
                        "modified_after",
                        "ndjson",
                        "pages",
                        "post",
                        "proximity",
                        "refusals",
                        "search",
                        "top_only");
    }

    private static JsonNode imported(String source, byte[] file, String name) {
        String plain = name(source);
        String ours = "conformance-" + plain.substring(Math.max(0, plain.length() - 40));
        JsonNode job = ImportCalls.finished(ImportCalls.post(ours, file, name, Map.of()));
        System.out.printf("%s: %s %s%n", ours, job.path("state").asText(), job.path("rows"));
        assertThat(job.path("state").asText()).isEqualTo("done");
        return job;
    }

    private static String name(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(Files::isRegularFile).toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return files;
    }
}
