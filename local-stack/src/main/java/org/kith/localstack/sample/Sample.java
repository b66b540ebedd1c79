package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sample directory: one full nested HSDS 3.2 document per service, its dates relative to a given day. */
public final class Sample {
    private static final ZoneId COUNTY = ZoneId.of("America/New_York");

    private final LocalDate today;

    public Sample(LocalDate today) {
        this.today = today;
    }

    /** The invented county and the lines that answer across the country. */
    public List<ObjectNode> documents() {
        List<ObjectNode> documents = new ArrayList<>(region("county", Optional.of(COUNTY)));
        documents.addAll(region("national", Optional.empty()));
        return documents;
    }

    private List<ObjectNode> region(String name, Optional<ZoneId> zone) {
        String folder = "/sample/" + name + "/";
        Places places = new Places(Row.table(folder + "organizations.csv"), Row.table(folder + "locations.csv"));
        return Row.table(folder + "services.csv").stream()
                .map(row -> service(row, places, zone))
                .toList();
    }

    private ObjectNode service(Row row, Places places, Optional<ZoneId> zone) {
        String key = row.key();
        String id = Ids.of("service", key);
        String organization = row.text("organization").orElseThrow();
        List<String> locations = row.list("locations");
        ObjectNode service = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("organization_id", places.organizationId(organization))
                .put("status", row.text("status").orElse("active"));
        Json.copy(row, service, "name", "alternate_name", "description", "url", "email", "application_process");
        Json.copy(row, service, "fees_description");
        Json.copyNumbers(row, service, "minimum_age", "maximum_age");
        row.text("eligibility").ifPresent(text -> service.put("eligibility_description", text));
        verification(row, service);
        source(row, service);
        service.set("organization", places.organization(organization));
        phone(row, service);
        languages(row, service);
        row.text("schedule")
                .ifPresent(text -> service.set(
                        "schedules", Openings.schedules(key, text, row.text("schedule_notes"), zone, today)));
        areas(row, service);
        costs(row, service);
        ArrayNode at = JsonNodeFactory.instance.arrayNode();
        for (String location : locations) {
            at.addObject()
                    .put("id", Ids.of("service_at_location", key + "/" + location))
                    .put("service_id", id)
                    .put("location_id", Ids.of("location", location))
                    .set("location", places.location(location));
        }
        if (!at.isEmpty()) {
            service.set("service_at_locations", at);
        }
        boolean confidential = locations.stream().anyMatch(places::isConfidential);
        service.set("attributes", Codes.ofService(row, id, confidential));
        return service;
    }

    private void verification(Row row, ObjectNode service) {
        row.text("assured_date").ifPresent(date -> service.put("assured_date", date));
        row.text("verified_days_ago")
                .ifPresent(days -> service.put(
                                "assured_date",
                                today.minusDays(Long.parseLong(days)).toString())
                        .put("assurer_email", "directory@fallowmere.example.org"));
    }

    private static void source(Row row, ObjectNode service) {
        row.text("source_url")
                .ifPresent(url -> service.putArray("additional_urls")
                        .addObject()
                        .put("id", Ids.of("url", row.key()))
                        .put("label", row.text("source_title").orElse("Source"))
                        .put("url", url));
    }

    private static void phone(Row row, ObjectNode service) {
        row.text("phone").ifPresent(number -> {
            ObjectNode phone = service.putArray("phones")
                    .addObject()
                    .put("id", Ids.of("phone", row.key()))
                    .put("service_id", service.path("id").asText())
                    .put("number", number)
                    .put(
                            "type",
                            row.text("phone_description")
                                            .filter("Text only"::equals)
                                            .isPresent()
                                    ? "text"
                                    : "voice");
            row.text("phone_extension").ifPresent(text -> phone.put("extension", Integer.parseInt(text)));
            row.text("phone_description").ifPresent(text -> phone.put("description", text));
        });
    }

    private static void languages(Row row, ObjectNode service) {
        for (String tag : row.list("languages")) {
            service.withArray("languages")
                    .addObject()
                    .put("id", Ids.of("language", row.key() + "/" + tag))
                    .put("service_id", service.path("id").asText())
                    .put("name", nameOf(tag))
                    .put("code", tag);
        }
        if (!row.list("interpreter").isEmpty()) {
            service.put(
                    "interpretation_services",
                    row.list("interpreter").stream().map(Sample::nameOf).collect(Collectors.joining(", ")));
        }
    }

    private static String nameOf(String tag) {
        return tag.equals("ase")
                ? "American Sign Language"
                : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    private static void areas(Row row, ObjectNode service) {
        for (String area : row.list("service_area")) {
            service.withArray("service_areas")
                    .addObject()
                    .put("id", Ids.of("service_area", row.key() + "/" + area))
                    .put("service_id", service.path("id").asText())
                    .put("name", area);
        }
    }

    private static void costs(Row row, ObjectNode service) {
        row.text("cost").ifPresent(code -> {
            ObjectNode option = service.putArray("cost_options")
                    .addObject()
                    .put("id", Ids.of("cost_option", row.key()))
                    .put("service_id", service.path("id").asText())
                    .put("option", code);
            if (code.equals("free")) {
                option.put("currency", "USD").put("amount", 0);
            }
            row.text("fees_description").ifPresent(text -> option.put("amount_description", text));
        });
    }
}
