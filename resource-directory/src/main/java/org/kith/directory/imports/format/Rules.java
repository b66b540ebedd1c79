package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.repair.Ages;
import org.kith.directory.imports.repair.Coordinates;
import org.kith.directory.imports.repair.Findings;
import org.kith.directory.imports.repair.Languages;

/** What concerns more than one field of an entity, and what an entity cannot be without. */
final class Rules {
    private static final Set<String> PLACE_TYPES = Set.of("physical", "postal", "virtual");
    private static final Map<String, String> STATUSES = Map.of(
            "active", "active",
            "inactive", "inactive",
            "defunct", "defunct",
            "temporarily closed", "temporarily closed",
            "open", "active",
            "closed", "defunct",
            "temporarily_closed", "temporarily closed");

    private Rules() {}

    /**
     * @param now the entity with each field read by itself; changed in place
     * @return whether there is enough of it to keep
     */
    static boolean apply(String entity, ObjectNode now, ObjectNode raw, Findings findings) {
        return switch (entity) {
            case "organization" -> named(now, raw, findings) && described(now, findings);
            case "program" -> named(now, raw, findings) && described(now, findings);
            case "taxonomy" -> named(now, raw, findings) && describedByName(now);
            case "taxonomy_term" -> isOurs(now) || term(now, raw, findings);
            case "service" -> named(now, raw, findings) && service(now, findings);
            case "location" -> location(now, findings);
            case "phone" -> PhoneRules.apply(now, raw, findings);
            case "schedule" -> ScheduleRules.apply(now, findings);
            case "address" -> AddressRules.apply(now, findings);
            case "language" -> language(now, findings);
            case "url" -> needed(now, "url", findings);
            case "funding" -> needed(now, "source", findings);
            case "required_document" -> needed(now, "document", findings);
            case "organization_identifier" -> needed(now, "identifier", findings) && identifier(now);
            case "service_capacity" -> needed(now, "available", findings) && needed(now, "updated", findings);
            case "service_area" -> anyOf(now, findings, "name", "description", "extent", "uri");
            case "accessibility" -> anyOf(now, findings, "description", "details", "url");
            case "contact" -> anyOf(now, findings, "name", "title", "department", "email", "phones");
            case "cost_option" -> anyOf(now, findings, "option", "amount", "amount_description");
            case "attribute" -> anyOf(now, findings, "taxonomy_term", "taxonomy_term_id");
            case "unit" -> needed(now, "name", findings);
            default -> true;
        };
    }

    /** More of the same kind that stood in one place, such as a second telephone number. */
    static List<ObjectNode> further(String entity, ObjectNode item) {
        return entity.equals("phone") ? PhoneRules.takeOthers(item) : List.of();
    }

    private static boolean named(ObjectNode now, ObjectNode raw, Findings findings) {
        if (now.hasNonNull("name")) {
            return true;
        }
        String other = now.path("alternate_name").asText("");
        if (!other.isEmpty()) {
            now.put("name", other);
            now.remove("alternate_name");
            findings.add(
                    "name",
                    "name-from-alternate",
                    "The name was missing; the alternate name took its place.",
                    null,
                    other);
            return true;
        }
        findings.add(
                "name",
                "no-name",
                "Without a name nobody can find it.",
                raw.path("name").asText(""),
                null);
        return false;
    }

    /** Of our own codes, taxonomy and code say all: the directory knows the rest. */
    private static boolean isOurs(ObjectNode now) {
        return now.path("taxonomy").asText("").startsWith("kith:") && now.hasNonNull("code");
    }

    private static boolean term(ObjectNode now, ObjectNode raw, Findings findings) {
        if (!now.hasNonNull("name") && now.hasNonNull("code")) {
            now.put("name", now.path("code").asText());
            findings.add(
                    "name",
                    "name-from-code",
                    "The name was missing; the code took its place.",
                    null,
                    now.path("code").asText());
        }
        return named(now, raw, findings) && describedByName(now);
    }

    /** Terms are their names: nobody needs to be told that a list of codes has no descriptions. */
    private static boolean describedByName(ObjectNode now) {
        if (!now.hasNonNull("description")) {
            now.set("description", now.path("name"));
        }
        return true;
    }

    private static boolean described(ObjectNode now, Findings findings) {
        if (!now.hasNonNull("description")) {
            String name = now.path("name").asText();
            now.put("description", name);
            findings.add(
                    "description",
                    "description-from-name",
                    "HSDS asks for a description; the name stands in.",
                    null,
                    name);
        }
        return true;
    }

    private static boolean service(ObjectNode now, Findings findings) {
        String given = now.path("status").asText("");
        String status = STATUSES.get(given.toLowerCase(Locale.ROOT));
        if (status == null) {
            status = "active";
            findings.add("status", "status-assumed", "The status is not one of HSDS; taken as active.", given, status);
        }
        now.put("status", status);
        ages(now, findings);
        return true;
    }

    private static void ages(ObjectNode now, Findings findings) {
        JsonNode minimum = now.get("minimum_age");
        JsonNode maximum = now.get("maximum_age");
        if (minimum != null && maximum != null && minimum.asDouble() > maximum.asDouble()) {
            findings.add(
                    "minimum_age",
                    "ages-contradict",
                    "The ages contradict each other.",
                    minimum + " to " + maximum,
                    null);
            now.remove(List.of("minimum_age", "maximum_age"));
        }
        String eligibility = now.path("eligibility_description").asText("");
        Ages ages = minimum == null && maximum == null ? Ages.read(eligibility) : null;
        if (ages != null) {
            put(now, "minimum_age", ages.minimum());
            put(now, "maximum_age", ages.maximum());
            findings.add(
                    "eligibility_description",
                    "age-read",
                    "The ages were read from the text.",
                    eligibility,
                    ages.spoken());
        }
    }

    private static boolean location(ObjectNode now, Findings findings) {
        Coordinates point = Coordinates.read(text(now, "latitude"), text(now, "longitude"), findings);
        now.remove(List.of("latitude", "longitude"));
        if (point != null) {
            now.put("latitude", point.latitude()).put("longitude", point.longitude());
        }
        String given = now.path("location_type").asText("");
        if (!PLACE_TYPES.contains(given)) {
            String type = given.toLowerCase(Locale.ROOT);
            type = PLACE_TYPES.contains(type) ? type : "physical";
            now.put("location_type", type);
            if (!given.isEmpty()) {
                findings.add("location_type", "location-type", "The type is not one of HSDS.", given, type);
            }
        }
        return true;
    }

    private static boolean language(ObjectNode now, Findings findings) {
        String code = text(now, "code");
        String name = text(now, "name");
        String known = Languages.codeOf(code == null ? name == null ? "" : name : code);
        if (known != null && !known.equals(code)) {
            now.put("code", known);
            if (code != null) {
                findings.add(
                        "code", "language-code", "The name of the language was turned into its code.", code, known);
            }
        }
        if (name == null && code != null) {
            now.put("name", code);
        }
        return anyOf(now, findings, "name", "code", "note");
    }

    private static boolean identifier(ObjectNode now) {
        if (!now.hasNonNull("identifier_type")) {
            now.put("identifier_type", now.path("identifier_scheme").asText("identifier"));
        }
        return true;
    }

    private static boolean needed(ObjectNode now, String field, Findings findings) {
        return anyOf(now, findings, field);
    }

    private static boolean anyOf(ObjectNode now, Findings findings, String... fields) {
        for (String field : fields) {
            if (now.hasNonNull(field)) {
                return true;
            }
        }
        findings.add(fields[0], "nothing-said", "There is nothing in it to keep.", null, null);
        return false;
    }

    static @Nullable String text(ObjectNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.asText().isBlank() ? null : value.asText();
    }

    private static void put(ObjectNode node, String field, @Nullable Integer value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
