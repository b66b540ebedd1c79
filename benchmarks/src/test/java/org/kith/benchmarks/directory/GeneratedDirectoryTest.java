package org.kith.benchmarks.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;

class GeneratedDirectoryTest {
    private static final GeneratedDirectory DIRECTORY = new GeneratedDirectory(42, 2_000);

    @Test
    void givesTheSameForTheSameSeedAndSomethingElseForAnother() {
        List<String> first = texts(new GeneratedDirectory(42, 50));
        assertThat(texts(new GeneratedDirectory(42, 50))).isEqualTo(first);
        assertThat(texts(new GeneratedDirectory(43, 50))).doesNotContainAnyElementsOf(first);
    }

    @Test
    void givesExactlyAsManyServicesAsAskedWithIdsOfTheirOwn() {
        assertThat(DIRECTORY.services().map(Listing::id).distinct()).hasSize(2_000);
        assertThat(DIRECTORY.organizations())
                .allMatch(tree -> !tree.services().isEmpty() && tree.services().size() <= 8);
    }

    @Test
    void aBiggerDirectoryBeginsAsTheSmaller() {
        assertThat(texts(new GeneratedDirectory(42, 400)).subList(0, 90))
                .isEqualTo(texts(new GeneratedDirectory(42, 100)).subList(0, 90));
    }

    @Test
    void descriptionsAreAsLongAsRealOnes() {
        assertThat(DIRECTORY.services().map(s -> Prose.count(said(s))).toList())
                .allMatch(words -> words >= 30 && words <= 160);
    }

    @Test
    void fewWordsAreFrequentAndMostAreRare() {
        Map<String, Long> frequency = DIRECTORY
                .services()
                .flatMap(s -> Stream.of(said(s).split("[^\\p{L}-]+", -1)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long all = frequency.values().stream().mapToLong(Long::longValue).sum();
        long often = frequency.values().stream()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(100)
                .mapToLong(Long::longValue)
                .sum();
        long once = frequency.values().stream().filter(n -> n <= 2).count();
        assertThat((double) often / all).isBetween(.4, .8);
        assertThat((double) once / frequency.size()).isGreaterThan(.4);
    }

    @Test
    void holdsRemoteConfidentialStaleAndInactiveServices() {
        List<Listing> services = DIRECTORY.services().toList();
        assertThat(services).anyMatch(s -> s.serviceAtLocations().isEmpty());
        assertThat(services).anyMatch(s -> Confidential.isSaidBy(s.attributes()));
        assertThat(services).anyMatch(s -> "inactive".equals(s.status()));
        assertThat(services).anyMatch(s -> s.assuredDate() == null);
        assertThat(services.stream().map(Listing::name).distinct().count()).isGreaterThan(1_000);
    }

    @Test
    void everyDocumentIsValidByTheStandardsSchema() {
        Optional<Path> folder = schemas();
        assumeTrue(folder.isPresent(), "shared/hsds/3.2.3/schema is not beside this checkout: schemas not checked");
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of(folder.get()
                                .resolve("compiled/service_with_definitions.json")
                                .toUri()
                                .toString()),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        new GeneratedDirectory(1, 300)
                .documents()
                .forEach(document -> assertThat(schema.validate(HsdsJson.tree(document)))
                        .as("%s", new String(document, StandardCharsets.UTF_8))
                        .isEmpty());
    }

    private static String said(Listing service) {
        return Objects.requireNonNull(service.description());
    }

    private static List<String> texts(GeneratedDirectory directory) {
        return directory
                .documents()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static Optional<Path> schemas() {
        Path root = Path.of(System.getProperty("kith.root", "."));
        return Stream.of("../shared", "../../shared")
                .map(shared -> root.resolve(shared).resolve("hsds/3.2.3/schema").normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }
}
