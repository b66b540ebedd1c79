package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.format.PatternFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the standard's OpenAPI document says: its lists, their parameters, and the schemas of their bodies. */
final class Standard {
    private final Path folder;
    private final JsonNode openapi;
    private final JsonSchemaFactory factory = factory();
    private final SchemaValidatorsConfig formats = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .build();
    private final Map<String, JsonSchema> loaded = new HashMap<>();

    /** RFC 5321, as the standard asks; the library's own format also wants a domain that it has heard of. */
    private static final Format EMAIL = PatternFormat.of(
            "email",
            "^([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|\"[^\"\\\\]+\")"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+])$",
            "format.email");

    private static JsonSchemaFactory factory() {
        JsonMetaSchema schema = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .format(EMAIL)
                .build();
        return JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, b -> b.metaSchema(schema).defaultMetaSchemaIri(schema.getIri()));
    }

    /** One violation of a schema. */
    record Violation(String pointer, String message) {}

    private Standard(Path folder, JsonNode openapi) {
        this.folder = folder;
        this.openapi = openapi;
    }

    static Standard in(Path folder) {
        try {
            return new Standard(
                    folder,
                    new ObjectMapper()
                            .readTree(folder.resolve(SchemaFolder.ENTRANCE).toFile()));
        } catch (IOException e) {
            throw new CannotCheck("The schemas in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : openapi.path("paths").properties()) {
            String name = path.getKey().substring(1);
            if (name.isEmpty() || name.contains("/")) {
                continue;
            }
            JsonNode get = path.getValue().path("get");
            JsonNode member =
                    openapi.path("paths").path(path.getKey() + "/{id}").path("get");
            String item = schema(get).findValue("contents").at("/items/$ref").asText();
            String whole = schema(member).path("$ref").asText();
            endpoints.add(new Endpoint(
                    name,
                    get.path("tags").toString().contains("required"),
                    parameters(get),
                    parameters(member),
                    path.getValue().has("post"),
                    item,
                    whole.isEmpty() ? null : whole));
        }
        return endpoints;
    }

    private static JsonNode schema(JsonNode operation) {
        return operation.at("/responses/200/content/application~1json/schema");
    }

    private Set<String> parameters(JsonNode operation) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode said = parameter.has("$ref")
                    ? openapi.at(parameter.path("$ref").asText().substring(1))
                    : parameter;
            names.add(said.path("name").asText());
        }
        return names;
    }

    /** @param reference as the OpenAPI document has it */
    List<Violation> violations(String reference, JsonNode body) {
        return violations(loaded.computeIfAbsent(reference, this::load), body);
    }

    /** Of the envelope of pages, whatever is in it. */
    List<Violation> envelopeViolations(JsonNode body) {
        return violations(
                loaded.computeIfAbsent(
                        "#/components/schemas/Page",
                        page -> factory.getSchema(openapi.at("/components/schemas/Page"), formats)),
                body);
    }

    List<Violation> rootViolations(JsonNode body) {
        return violations(
                loaded.computeIfAbsent(
                        "/",
                        root -> factory.getSchema(
                                schema(openapi.path("paths").path("/").path("get")), formats)),
                body);
    }

    /** Whether the schema of list items knows the field at all. */
    boolean knows(String reference, String field) {
        return loaded.computeIfAbsent(reference, this::load)
                .getSchemaNode()
                .path("properties")
                .has(field);
    }

    private static List<Violation> violations(JsonSchema schema, JsonNode body) {
        Set<ValidationMessage> messages = schema.validate(body);
        return messages.stream()
                .map(m -> new Violation(m.getInstanceLocation().toString(), m.getMessage()))
                .toList();
    }

    /** The reference names the standard's repository; the same file lies in the folder, perhaps not compiled. */
    private JsonSchema load(String reference) {
        String name = reference.replaceFirst(".*/schema/", "");
        for (String candidate : List.of(name, name.replaceFirst("^compiled/", ""))) {
            Path file = folder.resolve(candidate).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return factory.getSchema(SchemaLocation.of(file.toUri().toString()), formats);
            }
        }
        throw new CannotCheck("There is no " + name + " in " + folder + ".");
    }
}
