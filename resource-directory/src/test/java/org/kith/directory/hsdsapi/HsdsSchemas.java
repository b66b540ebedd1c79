package org.kith.directory.hsdsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The schemas of HSDS 3.2.3, used where they lie beside the checkout; where they do not, the tests say so and skip. */
final class HsdsSchemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, JsonSchema> LOADED = new ConcurrentHashMap<>();

    private HsdsSchemas() {}

    static void assertValid(String schema, JsonNode document) {
        Optional<Path> folder = folder();
        assumeTrue(folder.isPresent(), "shared/hsds/3.2.3/schema is not beside this checkout: schemas not checked");
        JsonSchema loaded = LOADED.computeIfAbsent(
                schema,
                name -> FACTORY.getSchema(
                        SchemaLocation.of(folder.get().resolve(name).toUri().toString()), FORMATS));
        assertThat(loaded.validate(document))
                .as("%s against %s", document, schema)
                .isEmpty();
    }

    static Optional<Path> folder() {
        Path root = Path.of(System.getProperty("kith.root", "."));
        return Stream.of("../shared", "../../shared")
                .map(shared -> root.resolve(shared).resolve("hsds/3.2.3/schema").normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }
}
