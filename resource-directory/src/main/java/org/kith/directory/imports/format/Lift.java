package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.directory.imports.repair.Findings;
import org.kith.directory.imports.repair.Languages;
import org.kith.directory.imports.repair.Weekdays;

/** Lifts what older formats say in other places to where HSDS 3 says it. */
final class Lift {
    /** Taxonomy ids or codes of a service, for the linker. */
    static final String TERMS = "~terms";

    private Lift() {}

    static void apply(String kind, ObjectNode row, Findings findings) {
        switch (kind) {
            case "organization" -> organization(row, findings);
            case "service" -> service(row, findings);
            case "location" -> location(row, findings);
            case "phone" -> phone(row);
            case "postal_address" -> row.put("address_type", "postal");
            case "physical_address" -> row.put("address_type", "physical");
            case "regular_schedule", "schedule" -> weekday(row, findings);
            case "holiday_schedule" -> holiday(row);
            case "service_taxonomy" -> row.put("link_entity", "service").set("link_id", row.path("service_id"));
            case "other_attribute" ->
                row.put("link_entity", row.path("link_type").asText("service"));
            default -> {}
        }
    }

    private static void organization(ObjectNode row, Findings findings) {
        String year = take(row, "year_incorporated");
        if (!year.isEmpty()) {
            row.put("year_incorporated", year.matches("\\d{4}-.*") ? year.substring(0, 4) : year);
        }
        list(row, "funding_sources", "funding", "source");
        said(row, "accreditations", "description", "Accreditations: ", findings);
        said(row, "licenses", "description", "Licenses: ", findings);
    }

    private static void service(ObjectNode row, Findings findings) {
        list(row, "funding_sources", "funding", "source");
        list(row, "required_documents", "required_documents", "document");
        list(row, "service_areas", "service_areas", "name");
        said(row, "accepted_payments", "fees_description", "Accepted payments: ", findings);
        languages(row, findings);
        ArrayNode attributes = JsonNodeFactory.instance.arrayNode();
        for (String keyword : split(take(row, "keywords"))) {
            attributes
                    .addObject()
                    .put("label", keyword)
                    .putObject("taxonomy_term")
                    .put("taxonomy", "keyword")
                    .put("name", keyword);
        }
        if (!attributes.isEmpty()) {
            row.set("attributes", attributes);
        }
        ArrayNode terms = JsonNodeFactory.instance.arrayNode();
        split(take(row, "taxonomy_ids")).forEach(terms::add);
        if (!terms.isEmpty()) {
            row.set(TERMS, terms);
        }
    }

    private static void location(ObjectNode row, Findings findings) {
        String virtual = take(row, "virtual").toLowerCase(Locale.ROOT);
        if (!row.has("location_type")) {
            row.put("location_type", virtual.matches("true|t|yes|1") ? "virtual" : "physical");
        }
        list(row, "accessibility", "accessibility", "description");
        languages(row, findings);
        String email = take(row, "email");
        if (!email.isEmpty()) {
            row.putArray("contacts").addObject().put("email", email);
        }
        if (!take(row, "admin_emails").isEmpty()) {
            findings.add("admin_emails", "private", "Addresses of administrators were kept out.", null, null);
        }
    }

    private static void phone(ObjectNode row) {
        String prefix = take(row, "country_prefix").replaceAll("\\D", "");
        String number = row.path("number").asText("").strip();
        if (!prefix.isEmpty() && !number.isEmpty() && !number.startsWith("+")) {
            row.put("number", "+" + prefix + " " + number);
        }
        String vanity = take(row, "vanity_number");
        if (!vanity.isEmpty() && number.isEmpty()) {
            row.put("number", vanity);
        } else if (!vanity.isEmpty()) {
            String description = row.path("description").asText("");
            row.put("description", (description + " Also written " + vanity).strip());
        }
    }

    private static void weekday(ObjectNode row, Findings findings) {
        String given = take(row, "weekday");
        if (given.isEmpty()) {
            return;
        }
        String days = Weekdays.read(given);
        if (days == null) {
            row.put("description", (row.path("description").asText("") + " " + given).strip());
            findings.add(
                    "weekday", "days-unclear", "The days cannot be read; they went to the description.", given, null);
        } else {
            row.put("freq", "WEEKLY").put("byday", days);
        }
    }

    private static void holiday(ObjectNode row) {
        String closed = take(row, "closed").toLowerCase(Locale.ROOT);
        if (closed.matches("true|t|yes|y|1")) {
            row.put("description", "Closed");
            row.remove(List.of("opens_at", "closes_at"));
        }
        String first = row.path("valid_from").asText("");
        if (!first.isBlank() && row.path("valid_to").asText("").isBlank()) {
            // One day: without an end it would be a regular schedule.
            row.put("valid_to", first);
        }
    }

    /** "Spanish, ASL" becomes two languages; more than a list stays text about interpretation. */
    private static void languages(ObjectNode row, Findings findings) {
        String text = take(row, "languages");
        Map<String, String> languages = text.isEmpty() ? null : Languages.readList(text);
        if (languages != null) {
            ArrayNode list = row.putArray("languages");
            languages.forEach((code, name) -> list.addObject().put("code", code).put("name", name));
        } else if (!text.isEmpty()
                && row.path("interpretation_services").asText("").isBlank()) {
            boolean place = row.has("location_type");
            if (place) {
                row.putArray("languages").addObject().put("note", text);
            } else {
                row.put("interpretation_services", text);
                findings.add(
                        "languages",
                        "languages-in-words",
                        "No list of languages; kept as text about interpretation.",
                        text,
                        text);
            }
        }
    }

    private static void list(ObjectNode row, String column, String field, String member) {
        List<String> values = split(take(row, column));
        if (!values.isEmpty()) {
            ArrayNode list = row.putArray(field);
            values.forEach(value -> list.addObject().put(member, value));
        }
    }

    /** Adds to a text what HSDS has no field for. */
    private static void said(ObjectNode row, String column, String field, String lead, Findings findings) {
        String value = take(row, column);
        if (!value.isEmpty()) {
            String text = row.path(field).asText("").strip();
            row.put(field, text.isEmpty() ? lead + value : text + "\n" + lead + value);
            findings.add(column, "moved", "HSDS has no such field; it was added to " + field + ".", value, null);
        }
    }

    private static List<String> split(String cell) {
        List<String> values = new ArrayList<>();
        for (String value : cell.replaceAll("^\\[|\\]$", "").split("[,;|]")) {
            String clean = value.strip().replaceAll("^\"|\"$", "").strip();
            if (!clean.isEmpty()) {
                values.add(clean);
            }
        }
        return values;
    }

    private static String take(ObjectNode row, String column) {
        String value = row.path(column).asText("").strip();
        if (row.path(column).isValueNode()) {
            row.remove(column);
        }
        return value;
    }
}
