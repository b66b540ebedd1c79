package org.kith.directory.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What HSDS 3.2.3 asks of each entity: fields that must be there, their formats, their codes. */
final class Rules {
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(Z|[+-]\\d{2}:\\d{2})?");

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("service", List.of("name", "status")),
            Map.entry("organization", List.of("name", "description")),
            Map.entry("location", List.of("location_type")),
            Map.entry("program", List.of("name", "description")),
            Map.entry("phone", List.of("number")),
            Map.entry(
                    "address",
                    List.of("address_1", "city", "state_province", "postal_code", "country", "address_type")),
            Map.entry("service_capacity", List.of("unit", "available", "updated")),
            Map.entry("unit", List.of("name")),
            Map.entry("url", List.of("url")),
            Map.entry("organization_identifier", List.of("identifier_type", "identifier")),
            Map.entry(
                    "metadata",
                    List.of(
                            "last_action_date",
                            "last_action_type",
                            "field_name",
                            "previous_value",
                            "replacement_value",
                            "updated_by")));

    private static final Map<String, Set<String>> CODES = Map.of(
            "service/status", Set.of("active", "inactive", "defunct", "temporarily closed"),
            "location/location_type", Set.of("physical", "postal", "virtual"),
            "address/address_type", Set.of("physical", "postal", "virtual"),
            "schedule/freq", Set.of("WEEKLY", "MONTHLY"),
            "schedule/wkst", Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"));

    private static final Map<String, double[]> RANGES = Map.of(
            "location/latitude", new double[] {-90, 90},
            "location/longitude", new double[] {-180, 180},
            "service/minimum_age", new double[] {0, 150},
            "service/maximum_age", new double[] {0, 150},
            "schedule/timezone", new double[] {-14, 14});

    private static final Set<String> URIS = Set.of(
            "service/url",
            "location/url",
            "accessibility/url",
            "url/url",
            "organization/website",
            "organization/uri",
            "required_document/uri",
            "schedule/schedule_link",
            "unit/uri",
            "taxonomy_term/term_uri",
            "taxonomy/uri");

    private Rules() {}

    static List<Flaw> broken(String entity, JsonNode value, String pointer) {
        List<Flaw> flaws = new ArrayList<>();
        for (String field : REQUIRED.getOrDefault(entity, List.of())) {
            if (!value.has(field)) {
                flaws.add(new Flaw(pointer + "/" + field, "required", "HSDS requires it."));
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Flaw flaw = broken(entity, field.getKey(), field.getValue(), pointer + "/" + field.getKey());
            if (flaw != null) {
                flaws.add(flaw);
            }
        }
        if (value.has("minimum_age")
                && value.has("maximum_age")
                && value.get("minimum_age").asDouble()
                        > value.get("maximum_age").asDouble()) {
            flaws.add(new Flaw(pointer + "/maximum_age", "out-of-range", "It is below the minimum age."));
        }
        return flaws;
    }

    private static @Nullable Flaw broken(String entity, String field, JsonNode value, String pointer) {
        String name = entity + "/" + field;
        Set<String> codes = CODES.get(name);
        if (codes != null && !codes.contains(value.asText())) {
            return new Flaw(
                    pointer,
                    "enum",
                    "One of " + String.join(", ", codes.stream().sorted().toList()) + ".");
        }
        double[] range = RANGES.get(name);
        if (range != null && (value.asDouble() < range[0] || value.asDouble() > range[1])) {
            return new Flaw(pointer, "out-of-range", "Between %s and %s.".formatted(plain(range[0]), plain(range[1])));
        }
        if ((field.equals("email") || field.equals("assurer_email")) && !isEmail(value.asText())) {
            return new Flaw(pointer, "format", "An address of mail, such as info@example.org.");
        }
        if (URIS.contains(name) && !isUri(value.asText())) {
            return new Flaw(pointer, "format", "An absolute URI, such as https://example.org/.");
        }
        if ((field.equals("opens_at") || field.equals("closes_at")) && !isTime(value.asText())) {
            return new Flaw(pointer, "format", "A time of day, such as 09:30.");
        }
        return null;
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute() && text.chars().allMatch(c -> c < 128);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }

    private static String plain(double number) {
        return Long.toString(Math.round(number));
    }
}
