package org.kith.directory.hsdsapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.NameBasedId;
import org.kith.web.FieldError;
import org.kith.web.PlainText;
import org.kith.web.Problems;

/**
 * The parameters of a list, from the URL or, so that a sensitive search need not stand in one, from a JSON body with the
 * same names. What cannot be read is refused by name.
 */
final class Query {
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 500;
    private static final int LONGEST_TEXT = 1000;

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    static Query of(MultivaluedMap<String, String> parameters) {
        Map<String, String> values = new HashMap<>();
        parameters.forEach((name, given) -> values.put(name, given.getFirst()));
        return new Query(values);
    }

    /** @param known the fields that a body may have; another is a mistake worth telling */
    static Query of(MultivaluedMap<String, String> parameters, @Nullable ObjectNode body, List<String> known) {
        Query query = of(parameters);
        if (body == null) {
            return query;
        }
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!known.contains(field.getKey())) {
                throw refused("/" + field.getKey(), "unknown-field", "There is no such field.");
            }
            if (field.getValue().isContainerNode() || field.getValue().isNull()) {
                throw refused("/" + field.getKey(), "wrong-type", "Expected text, a number or true or false.");
            }
            if (!PlainText.isPlain(field.getValue().asText())) {
                throw refused("/" + field.getKey(), "not-text", "U+0000 and lone surrogates are not text.");
            }
            query.values.put(field.getKey(), field.getValue().asText());
        }
        return query;
    }

    @Nullable
    String text(String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST_TEXT) {
            throw refused(name, "out-of-range", "At most " + LONGEST_TEXT + " characters.");
        }
        return value.strip();
    }

    @Nullable
    UUID id(String name) {
        String value = text(name);
        return value == null
                ? null
                : NameBasedId.asUuid(value).orElseThrow(() -> refused(name, "wrong-type", "Expected a UUID."));
    }

    boolean flag(String name) {
        String value = values.get(name);
        if (value == null) {
            return false;
        }
        return switch (value.strip()) {
            case "true", "1", "" -> true;
            case "false", "0" -> false;
            default -> throw refused(name, "wrong-type", "Expected true or false.");
        };
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    long page() {
        return number("page", 1, 1, 1_000_000_000);
    }

    int size() {
        return (int) number("per_page", DEFAULT_SIZE, 1, LARGEST_SIZE);
    }

    boolean isNdjson() {
        String format = text("format");
        if (format == null || format.equals("json")) {
            return false;
        }
        if (!format.equals("ndjson")) {
            throw refused("format", "enum", "One of json, ndjson.");
        }
        return true;
    }

    private long number(String name, long otherwise, long least, long most) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,12}") || Long.parseLong(value) < least || Long.parseLong(value) > most) {
            throw refused(name, "out-of-range", "Expected a whole number from %d to %d.".formatted(least, most));
        }
        return Long.parseLong(value);
    }

    @Nullable
    Double metres(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,7}(\\.\\d{1,3})?")) {
            throw refused(name, "out-of-range", "Expected a number of metres.");
        }
        return Double.valueOf(value);
    }

    /** A date and time with its offset; without one it is UTC, and a date alone is its midnight. */
    @Nullable
    Instant instant(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        // In a URL an unescaped + arrives as a space.
        String written = value.replace(' ', '+');
        try {
            return written.length() <= 10
                    ? LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : written.matches(".*(Z|z|[+-]\\d{2}:?\\d{2})$") && written.indexOf('T') > 0
                            ? OffsetDateTime.parse(written).toInstant()
                            : LocalDateTime.parse(written).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw refused(name, "wrong-type", "Expected a date and time in ISO 8601.");
        }
    }

    static RuntimeException refused(String name, String code, String detail) {
        return Problems.malformed(new FieldError(name, code, detail));
    }
}
