package org.kith.directory.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.listing.Directory;
import org.kith.localstack.TestTokens;

/** What docs/quick-start.md says is what happens: each language's snippets are one program. */
@DirectoryTest
class QuickStartTest {
    @Inject
    Directory directory;

    @TestHTTPResource("/")
    URI base;

    @TempDir
    Path folder;

    @BeforeEach
    void store() {
        directory.store(tree(
                organization("Hope Center").but(o -> o.id = UUID.fromString(TestTokens.HOPE_CENTER)),
                List.of(),
                service("Grief circle"),
                service("Grief walk"),
                service("Grief letters")));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/v1/search?q=grief").jsonPath().getInt("total") >= 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    sh     | sh -eu       | 304;RateLimit: "anonymous";"id":;RateLimit-Policy: "token"
                    js     | node         | first: grief;second answer: 304;room left: "anonymous";seen, each once
                    python | python3      | services in the copy;nothing new;201 added;422 /attributes/0/taxonomy_term/code ['support_group';201 verified;'assured_date', 'name', 'id'
                    """)
    void theSnippetsRunAsTheyArePrinted(String language, String command, String expected) throws Exception {
        assumeTrue(isThere(command.split(" ")[0]), "There is no " + command + " here: its snippets were not run.");
        Path program = Files.writeString(
                folder.resolve(language.equals("js") ? "snippets.mjs" : "snippets"), snippets(language));
        ProcessBuilder builder = new ProcessBuilder((command + " " + program).split(" ")).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("KITH", base.toString().replaceAll("/$", ""));
        builder.environment().put("APP_TOKEN", TestTokens.of("app-openmap"));
        builder.environment().put("EDITOR_TOKEN", TestTokens.of("editor-hope"));
        Process process =
                builder.redirectOutput(folder.resolve("output").toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(folder.resolve("output"));
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        for (String part : expected.split(";")) {
            assertThat(output).containsIgnoringCase(part);
        }
    }

    private static String snippets(String language) throws IOException {
        Path page = Path.of(System.getProperty("kith.root", ".."), "docs/quick-start.md");
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(page, StandardCharsets.UTF_8))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            Process version = new ProcessBuilder("sh", "-c", "command -v " + program)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
