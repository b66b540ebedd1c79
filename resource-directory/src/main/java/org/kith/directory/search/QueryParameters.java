package org.kith.directory.search;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/** Reads the query of a URL as the body of a POST would be read. */
final class QueryParameters {
    private static final Set<String> KNOWN = Set.of(
            "q",
            "near",
            "postal_code",
            "place",
            "radius_km",
            "kind",
            "support_type",
            "need",
            "topic",
            "format",
            "feature",
            "audience",
            "language",
            "faith_tradition",
            "cost_max",
            "age",
            "open_now",
            "open_at",
            "include_stale",
            "sort",
            "limit",
            "cursor",
            "facets");

    private final MultivaluedMap<String, String> given;
    private final List<FieldError> errors = new ArrayList<>();

    private QueryParameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    static SearchRequest read(MultivaluedMap<String, String> given) {
        QueryParameters query = new QueryParameters(given);
        query.refuseUnknown();
        SearchRequest request = new SearchRequest(
                query.text("q"),
                query.text("near"),
                query.text("postal_code"),
                query.text("place"),
                query.number("radius_km"),
                query.list("kind"),
                query.list("support_type"),
                query.list("need"),
                query.list("topic"),
                query.list("format"),
                query.list("feature"),
                query.list("audience"),
                query.list("language"),
                query.list("faith_tradition"),
                query.text("cost_max"),
                query.number("age"),
                query.flag("open_now"),
                query.text("open_at"),
                query.flag("include_stale"),
                query.text("sort"),
                query.wholeNumber("limit"),
                query.text("cursor"),
                query.flag("facets"));
        if (!query.errors.isEmpty()) {
            throw Problems.malformed(query.errors.toArray(FieldError[]::new));
        }
        return request;
    }

    private void refuseUnknown() {
        given.keySet().stream()
                .filter(name -> !KNOWN.contains(plain(name)))
                .forEach(name -> errors.add(
                        new FieldError(name, "unknown-parameter", "There is no such parameter: see /q/openapi.")));
    }

    /** {@code kind[]} is how some clients write a list. */
    private static String plain(String name) {
        return name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    }

    private @Nullable String text(String name) {
        List<String> values = given.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            errors.add(new FieldError(name, "given-twice", "This may be given once."));
        }
        return values.getFirst();
    }

    /** Given several times, or with commas. */
    private @Nullable List<String> list(String name) {
        List<String> values = new ArrayList<>(given.getOrDefault(name, List.of()));
        values.addAll(given.getOrDefault(name + "[]", List.of()));
        List<String> parts = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? null : parts;
    }

    private @Nullable Double number(String name) {
        return parsed(name, "Expected a number.", text -> {
            double number = Double.parseDouble(text);
            if (!Double.isFinite(number)) {
                throw new NumberFormatException();
            }
            return number;
        });
    }

    private @Nullable Integer wholeNumber(String name) {
        return parsed(name, "Expected a whole number.", Integer::valueOf);
    }

    private @Nullable Boolean flag(String name) {
        return parsed(name, "Expected true or false.", text -> switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException();
        });
    }

    private <T> @Nullable T parsed(String name, String expected, Function<String, T> parse) {
        String text = text(name);
        if (text == null || (text.isBlank() && !expected.startsWith("Expected true"))) {
            return null;
        }
        try {
            return parse.apply(text.strip());
        } catch (NumberFormatException e) {
            errors.add(new FieldError(name, "wrong-type", expected));
            return null;
        }
    }
}
