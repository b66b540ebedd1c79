package org.kith.matching.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to reach a service: what it says itself, else what its places, else what its organization says. */
final class ContactDecoder {
    private ContactDecoder() {}

    static Contact decode(JsonNode service) {
        JsonNode organization = service.path("organization");
        List<JsonNode> holders = new ArrayList<>();
        holders.add(service);
        service.path("contacts").forEach(holders::add);
        for (JsonNode at : service.path("service_at_locations")) {
            holders.add(at);
            at.path("contacts").forEach(holders::add);
            holders.add(at.path("location"));
        }
        holders.add(organization);
        organization.path("contacts").forEach(holders::add);
        List<Contact.Phone> phones = holders.stream()
                .map(ContactDecoder::phones)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Contact(phones, first("email", service, organization), first("url", service, organization));
    }

    private static List<Contact.Phone> phones(JsonNode holder) {
        List<Contact.Phone> phones = new ArrayList<>();
        for (JsonNode phone : holder.path("phones")) {
            String number = phone.path("number").asText("");
            if (!number.isBlank()) {
                List<String> languages = new ArrayList<>();
                phone.path("languages")
                        .forEach(language -> languages.add(language.path("code").asText("")));
                phones.add(new Contact.Phone(
                        number,
                        text(phone, "extension"),
                        text(phone, "type"),
                        text(phone, "description"),
                        LanguageTags.primary(languages)));
            }
        }
        return List.copyOf(phones);
    }

    private static @Nullable String first(String field, JsonNode... holders) {
        for (JsonNode holder : holders) {
            String text = text(holder, field);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    static @Nullable String text(JsonNode holder, String field) {
        String text = holder.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }
}
