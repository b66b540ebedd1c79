package org.kith.hsdscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConformanceTest {
    @Test
    void findsNothingWhereNothingIsWrong() {
        Report report = check(null);
        assertThat(report.findings()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.looked())
                .containsKeys(
                        "schema",
                        "nulls",
                        "cors",
                        "status",
                        "root",
                        "parameters",
                        "pages",
                        "ids",
                        "filters",
                        "and",
                        "search",
                        "modified_after",
                        "minimal",
                        "full",
                        "full_service",
                        "proximity",
                        "top_only",
                        "post",
                        "ndjson",
                        "refusals");
    }

    @ParameterizedTest
    @EnumSource
    void findsEachFault(Fault fault) {
        assertThat(check(fault).findings())
                .anySatisfy(f -> assertThat(f.check() + " " + f.level()).isEqualTo(fault.check + " " + fault.level));
    }

    @Test
    void pointsAtWhatIsWrong() {
        assertThat(check(Fault.NULL_FIELD).findings())
                .anySatisfy(f -> {
                    assertThat(f.url()).startsWith("/services?");
                    assertThat(f.pointer()).isEqualTo("/contents/0/alternate_name");
                    assertThat(f.times()).isGreaterThan(1);
                })
                .noneMatch(f -> f.check().equals("schema"));
    }

    @Test
    void endsAsItFound() {
        assertThat(run(null)).isZero();
        assertThat(run(Fault.NULL_FIELD)).isEqualTo(1);
        assertThat(run(Fault.NO_CORS)).isZero();
        assertThat(run(Fault.NO_CORS, "--strict")).isEqualTo(1);
        assertThat(run(null, "--requests", "5")).isEqualTo(2);
        assertThat(run(null, "--sample", "0")).isEqualTo(2);
        assertThat(command("ftp://localhost/")).isEqualTo(2);
        assertThat(command("http://localhost:1", "--schemas", miniature().toString()))
                .isEqualTo(2);
        assertThat(command()).isEqualTo(2);
    }

    @Test
    void writesJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TinyDirectory directory = new TinyDirectory(Fault.NO_CORS)) {
            Main.run(
                    List.of(
                            directory.url().toString(),
                            "--json",
                            "--schemas",
                            miniature().toString()),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(ByteArrayOutputStream.nullOutputStream()));
        }
        assertThat(Objects.requireNonNull(Http.json(out.toByteArray()))
                        .at("/findings/0/check")
                        .asText())
                .isEqualTo("cors");
    }

    @Test
    void saysWhatToDoWithoutSchemas(@TempDir Path empty) {
        assertThatThrownBy(() -> SchemaFolder.find(empty, text -> {}))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("openapi.json");
        assertThatThrownBy(() -> SchemaFolder.cached(empty, URI.create("http://localhost:1/schema/"), text -> {}))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("--schemas");
    }

    @Test
    void fetchesTheSchemasOnce(@TempDir Path cache) {
        try (FolderServer repository = new FolderServer(miniature())) {
            SchemaFolder.cached(cache, repository.url(), text -> {});
        }
        assertThat(cache.resolve("service_list.json")).exists();
        Path again = SchemaFolder.cached(cache, URI.create("http://localhost:1/schema/"), text -> {});
        assertThat(Standard.in(again).endpoints()).hasSize(4);
        assertThat(Files.exists(cache.resolve("openapi.json"))).isTrue();
    }

    private static Report check(@Nullable Fault fault) {
        try (TinyDirectory directory = new TinyDirectory(fault)) {
            return Conformance.check(Options.of(directory.url()).withSchemas(miniature()), text -> {});
        }
    }

    private static int run(@Nullable Fault fault, String... more) {
        try (TinyDirectory directory = new TinyDirectory(fault)) {
            List<String> arguments = new java.util.ArrayList<>(
                    List.of(directory.url().toString(), "--schemas", miniature().toString()));
            arguments.addAll(List.of(more));
            return command(arguments.toArray(String[]::new));
        }
    }

    private static int command(String... arguments) {
        PrintStream nowhere = new PrintStream(ByteArrayOutputStream.nullOutputStream());
        return Main.run(List.of(arguments), nowhere, nowhere);
    }

    private static Path miniature() {
        try {
            URL entrance = Objects.requireNonNull(ConformanceTest.class.getResource("/miniature/openapi.json"));
            return Objects.requireNonNull(Path.of(entrance.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
