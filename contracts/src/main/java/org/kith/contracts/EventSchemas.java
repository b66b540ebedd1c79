package org.kith.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a producer wrote, or a consumer is given, against the event's schema; formats are asserted. For tests: it
 * needs {@code com.networknt:json-schema-validator}, which is not on a service's class path at run time.
 */
public final class EventSchemas {
    private static final String ADDRESS = "https://kith.example/events/";
    private static final String FOLDER = "contracts/events/";
    private static final Pattern CLOUD_EVENTS_TYPE = Pattern.compile("org\\.kith\\.(.+)\\.v1");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mapPrefix(ADDRESS, "classpath:" + FOLDER)));

    private EventSchemas() {}

    /**
     * What is wrong with the payload; nothing where it is as agreed.
     *
     * @param event as {@code attempt.accepted} or {@code org.kith.attempt.accepted.v1}
     * @param payload the record's value; null is a tombstone
     * @throws IllegalArgumentException where there is no such event, or the payload is not JSON
     */
    public static List<String> problems(String event, byte @Nullable [] payload) {
        try {
            return problems(event, payload == null ? NullNode.getInstance() : JSON.readTree(payload));
        } catch (IOException e) {
            throw new IllegalArgumentException("The payload of " + event + " is not JSON", e);
        }
    }

    public static List<String> problems(String event, JsonNode payload) {
        if (payload instanceof MissingNode) {
            return List.of("There is no payload");
        }
        return schema(shortName(event)).validate(payload).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** The agreed example of the event, for a consumer's test. */
    public static byte[] example(String event) {
        return read(shortName(event) + ".v1.example.json");
    }

    private static JsonSchema schema(String event) {
        String file = event + ".v1.schema.json";
        read(file);
        return SCHEMAS.getSchema(
                SchemaLocation.of(ADDRESS + file),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static String shortName(String event) {
        Matcher type = CLOUD_EVENTS_TYPE.matcher(event);
        return type.matches() ? type.group(1) : event;
    }

    private static byte[] read(String file) {
        try (InputStream in = EventSchemas.class.getResourceAsStream("/" + FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("The contracts know no event with a file " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
