package org.kith.directory.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Secrets;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.hsds.ServiceCapacity;
import org.kith.directory.hsds.Unit;

/** Puts a service, its organization and its places together into the document that everybody gets. */
final class Composition {
    private static final String CAPACITY = "kith:capacity";
    /** Fields of which a history of changes would tell where a confidential place is. */
    private static final Set<String> TELLING = Set.of(
            "address_1",
            "address_2",
            "addresses",
            "city",
            "postal_code",
            "latitude",
            "longitude",
            "attention",
            "region");

    private static final Set<String> URLS = Set.of("url", "uri", "website", "logo", "schedule_link");

    private Composition() {}

    /** @param location as it may be seen */
    record Place(ServiceAtLocation facts, Location location) {}

    /**
     * What the organization's confidential places must not give away.
     *
     * @param any whether there is such a place at all
     * @param secrets that must not appear in any text
     */
    record Hidden(boolean any, Secrets secrets) {
        static Hidden of(List<Location> confidential) {
            return new Hidden(!confidential.isEmpty(), Confidential.secrets(confidential));
        }
    }

    static ObjectNode service(Listing facts, Said said, Organization organization, List<Place> places, Hidden hidden) {
        Listing coded = InferredCodes.laidOver(facts, organization, said.decisions());
        Listing document = said(coded, said).but(l -> {
            l.organizationId = organization.id();
            l.organization = organization.but(o -> o.programs = List.of());
            l.program = organization.programs().stream()
                    .filter(p -> Objects.equals(p.id(), facts.programId()))
                    .findFirst()
                    .orElse(null);
            l.serviceAtLocations = places.stream()
                    .map(p -> p.facts().but(s -> {
                        s.serviceId = facts.id();
                        s.locationId = p.location().id();
                        s.location = p.location();
                    }))
                    .toList();
        });
        return withheld(HsdsJson.mapper().valueToTree(document), hidden);
    }

    /** The organization as it stands alone; its services are put in when it is read. */
    static ObjectNode organization(Organization facts, List<Location> published, Hidden hidden) {
        return withheld(HsdsJson.mapper().valueToTree(facts.but(o -> o.locations = published)), hidden);
    }

    private static Listing said(Listing facts, Said said) {
        return facts.but(l -> {
            Said.Verification verification = said.verification();
            if (verification != null && (l.assuredDate == null || !l.assuredDate.isAfter(verification.on()))) {
                l.assuredDate = verification.on();
                l.assurerEmail = verification.by() == null ? l.assurerEmail : verification.by();
            }
            Said.Capacity capacity = said.capacity();
            if (capacity != null && facts.id() != null) {
                l.attributes = attributes(facts, facts.id(), capacity);
                l.capacities = capacities(facts, facts.id(), capacity);
            }
        });
    }

    private static List<Attribute> attributes(Listing facts, UUID id, Said.Capacity capacity) {
        List<Attribute> attributes = new ArrayList<>(facts.attributes());
        attributes.removeIf(a -> Kith.isOf(a, CAPACITY));
        Vocabulary vocabulary = Vocabulary.standard();
        attributes.add(Kith.attribute(CAPACITY, capacity.code()).but(a -> {
            a.id = NameBasedId.of(id, "said/capacity");
            a.linkId = id;
            a.linkEntity = "service";
            a.value = capacity.estimatedDays() == null
                    ? null
                    : capacity.estimatedDays().toString();
            a.taxonomyTerm = Objects.requireNonNull(a.taxonomyTerm).but(t -> {
                t.id = vocabulary.termId("capacity", capacity.code());
                t.name = vocabulary.label("capacity", capacity.code());
                t.description = t.name;
                t.taxonomyId = vocabulary.taxonomyId("capacity");
            });
        }));
        return attributes;
    }

    /** HSDS wants a number with the time it was said; nobody gave one, so it is whether there is any place at all. */
    private static List<ServiceCapacity> capacities(Listing facts, UUID id, Said.Capacity capacity) {
        UUID ours = NameBasedId.of(id, "said/capacities");
        List<ServiceCapacity> capacities = new ArrayList<>(facts.capacities());
        capacities.removeIf(c -> ours.equals(c.id()));
        capacities.add(ServiceCapacity.with(c -> {
            c.id = ours;
            c.unit = new Unit(NameBasedId.of(ours, "unit"), "place", null, null, null, List.of(), List.of());
            c.available = capacity.code().equals("open") ? BigDecimal.ONE : BigDecimal.ZERO;
            c.description = Vocabulary.standard().label("capacity", capacity.code());
            c.updated = capacity.statedAt();
        }));
        return capacities;
    }

    static ObjectNode withheld(ObjectNode document, Hidden hidden) {
        if (hidden.any()) {
            withhold(document, hidden.secrets(), "");
        }
        return document;
    }

    private static void withhold(JsonNode node, Secrets secrets, String within) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getKey().equals("metadata") && withoutHistoryOfPlaces((ArrayNode) field.getValue())) {
                    object.remove("metadata");
                } else if (field.getValue().isTextual()) {
                    String text = field.getValue().asText();
                    String rest = secrets.withhold(text, field.getKey());
                    if (rest.equals(text)) {
                        continue;
                    }
                    if (URLS.contains(field.getKey())) {
                        // What is left of it would be no URL.
                        object.remove(field.getKey());
                    } else {
                        object.put(field.getKey(), rest);
                    }
                } else {
                    withhold(field.getValue(), secrets, field.getKey());
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> withhold(element, secrets, within));
            if (within.equals("additional_urls") || within.equals("additional_websites")) {
                withoutEmpty(array);
            }
        }
    }

    /** A link that leads to the door is no link any more. */
    private static void withoutEmpty(ArrayNode links) {
        for (Iterator<JsonNode> each = links.iterator(); each.hasNext(); ) {
            if (!each.next().has("url")) {
                each.remove();
            }
        }
    }

    /** @return whether nothing is left */
    private static boolean withoutHistoryOfPlaces(ArrayNode metadata) {
        for (Iterator<JsonNode> entries = metadata.iterator(); entries.hasNext(); ) {
            JsonNode entry = entries.next();
            String type = entry.path("resource_type").asText();
            if (type.equals("location")
                    || type.equals("address")
                    || TELLING.contains(entry.path("field_name").asText())) {
                entries.remove();
            }
        }
        return metadata.isEmpty();
    }

    /** Set when the document is new, so that it does not make every document new. */
    static void modified(ObjectNode document, Instant at) {
        document.set("last_modified", TextNode.valueOf(at.toString()));
    }

    /** What a search for words looks at. */
    static String words(JsonNode document, @Nullable JsonNode organization) {
        StringBuilder words = new StringBuilder();
        for (String field : List.of("name", "alternate_name", "description", "eligibility_description")) {
            words.append(document.path(field).asText("")).append('\n');
        }
        if (organization != null) {
            words.append(organization.path("name").asText("")).append('\n');
            words.append(organization.path("alternate_name").asText("")).append('\n');
        }
        document.path("attributes")
                .forEach(a -> words.append(a.path("taxonomy_term").path("name").asText(""))
                        .append('\n'));
        return words.length() > 100_000 ? words.substring(0, 100_000) : words.toString();
    }
}
