package org.kith.referral.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The few facts that we take out of a published listing, a nested HSDS service. */
record ListingDocument(
        UUID organizationId,
        String organizationName,
        String name,
        String status,
        @Nullable String kind,
        boolean confidential,
        boolean part2,
        List<String> phones) {
    private static final Set<String> VIOLENCE = Set.of(
            "kith:need intimate_partner_violence",
            "kith:need violence_now",
            "kith:audience survivors_dv",
            "kith:audience survivors_sa",
            "kith:feature confidential_location");
    private static final Set<String> SUBSTANCE_USE =
            Set.of("kith:need substance_use", "kith:need relapse_prevention", "kith:need overdose");
    // Part 2 covers those who treat, not every circle of peers.
    private static final Set<String> TREATMENT = Set.of("kith:kind professional_service");

    /** @throws IllegalArgumentException where it lacks what a referral cannot do without */
    static ListingDocument of(JsonNode service) {
        JsonNode organization = service.path("organization");
        String organizationId =
                organization.path("id").asText(service.path("organization_id").asText(""));
        Set<String> codes = codes(service);
        return new ListingDocument(
                UUID.fromString(organizationId),
                organization.path("name").asText(""),
                text(service, "name"),
                service.path("status").asText("active"),
                codes.stream()
                        .filter(code -> code.startsWith("kith:kind "))
                        .map(code -> code.substring("kith:kind ".length()))
                        .findFirst()
                        .orElse(null),
                overlap(codes, VIOLENCE),
                overlap(codes, SUBSTANCE_USE) && overlap(codes, TREATMENT),
                stream(service.path("phones"))
                        .map(phone -> phone.path("number").asText(""))
                        .filter(number -> !number.isBlank())
                        .toList());
    }

    /** Codes of the service, its organization and its places: a shelter says so where it stands. */
    private static Set<String> codes(JsonNode service) {
        Stream<JsonNode> places =
                stream(service.path("service_at_locations")).flatMap(at -> Stream.of(at, at.path("location")));
        return Stream.concat(Stream.of(service, service.path("organization")), places)
                .flatMap(holder -> stream(holder.path("attributes")))
                .map(attribute -> attribute.path("taxonomy_term"))
                .map(term -> term.path("taxonomy").asText("")
                        + ' '
                        + term.path("code").asText(""))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static boolean overlap(Set<String> codes, Set<String> wanted) {
        return wanted.stream().anyMatch(codes::contains);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException("A listing without " + field);
        }
        return text;
    }
}
