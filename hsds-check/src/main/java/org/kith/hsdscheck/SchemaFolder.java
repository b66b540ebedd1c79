package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the standard's schemas lie. They are not ours to give away, so that they are never part of this tool. */
final class SchemaFolder {
    static final String VERSION = "3.2.3";
    static final String ENTRANCE = "openapi.json";
    private static final URI REPOSITORY =
            URI.create("https://raw.githubusercontent.com/openreferral/specification/v" + VERSION + "/schema/");

    private SchemaFolder() {}

    static Path find(@Nullable Path given, Consumer<String> progress) {
        if (given != null) {
            return inside(given);
        }
        String variable = System.getenv("KITH_HSDS_SCHEMAS");
        if (variable != null && !variable.isBlank()) {
            return inside(Path.of(variable));
        }
        Path root = Path.of(System.getProperty("kith.root", "."));
        return Stream.of("../shared", "../../shared")
                .map(shared -> root.resolve(shared)
                        .resolve("hsds/" + VERSION)
                        .toAbsolutePath()
                        .normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .map(SchemaFolder::inside)
                .orElseGet(() -> cached(cacheFolder(), REPOSITORY, progress));
    }

    /** The folder itself, or its folder {@code schema}. */
    private static Path inside(Path folder) {
        return Stream.of(folder, folder.resolve("schema"))
                .filter(f -> Files.isRegularFile(f.resolve(ENTRANCE)))
                .findFirst()
                .map(f -> f.toAbsolutePath().normalize())
                .orElseThrow(() -> new CannotCheck("There is no " + ENTRANCE + " in " + folder + "."));
    }

    private static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return home.resolve("kith-hsds-check").resolve(VERSION);
    }

    /** Fetched once; the entrance is written last, so that half a cache is not taken for one. */
    static Path cached(Path folder, URI repository, Consumer<String> progress) {
        if (Files.isRegularFile(folder.resolve(ENTRANCE))) {
            return folder;
        }
        progress.accept("Fetching the schemas of HSDS " + VERSION + " from " + repository);
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            byte[] entrance = Objects.requireNonNull(fetch(http, repository.resolve(ENTRANCE), true));
            Set<String> seen = new HashSet<>();
            Deque<String> wanted = new ArrayDeque<>(references(entrance, ENTRANCE));
            while (!wanted.isEmpty()) {
                String name = wanted.pop();
                // Deeper than any standard would go; a hostile repository does not fill the disk.
                if (seen.size() > 200 || !seen.add(name)) {
                    continue;
                }
                byte[] schema = fetch(http, repository.resolve(name), !name.startsWith("compiled/"));
                if (schema == null) {
                    wanted.push(name.substring("compiled/".length()));
                } else {
                    write(folder.resolve(name), schema);
                    wanted.addAll(references(schema, name));
                }
            }
            write(folder.resolve(ENTRANCE), entrance);
            return folder;
        } catch (IOException e) {
            throw new CannotCheck(
                    "The schemas of HSDS could not be fetched from " + repository + " (" + e
                            + "). Give a folder that holds them with --schemas or KITH_HSDS_SCHEMAS.",
                    e);
        }
    }

    private static byte @Nullable [] fetch(HttpClient http, URI uri, boolean isNeeded) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 404 && !isNeeded) {
                return null;
            }
            if (answer.statusCode() != 200) {
                throw new IOException(uri + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Names of the schema files that a document refers to, relative to the folder. */
    private static Set<String> references(byte[] document, String name) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(document);
        Set<String> found = new HashSet<>();
        tree.findValuesAsText("$ref").forEach(reference -> {
            String file = reference.replaceFirst("#.*", "").replaceFirst(".*/schema/", "/");
            if (!file.isEmpty()) {
                String resolved = URI.create("/" + name).resolve(file).getPath().substring(1);
                if (resolved.matches("[a-z_]+(/[a-z_]+)*\\.json")) {
                    found.add(resolved);
                }
            }
        });
        return found;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "part", null);
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
