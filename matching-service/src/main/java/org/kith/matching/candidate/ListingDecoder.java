package org.kith.matching.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.Capacity;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.Tradition;

/**
 * Turns the value of a {@code directory.listing.v1} event, the nested HSDS document of a service, into a {@link
 * Candidate}. It forgives everything but a missing id: what is absent or unknown stays unstated.
 */
public final class ListingDecoder {
    private static final int OLDEST = 130;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException where the bytes are no JSON object with an id */
    public Candidate decode(byte[] document) {
        try {
            return decode(JSON.readTree(document));
        } catch (IOException e) {
            throw new IllegalArgumentException("A listing is not JSON", e);
        }
    }

    /** @throws IllegalArgumentException where there is no id */
    public Candidate decode(JsonNode service) {
        String id = service.path("id").asText("");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A listing has no id");
        }
        ListingCodes codes = new ListingCodes(service);
        CodeSet<Feature> features = codes.features();
        Whereabouts whereabouts = WhereaboutsDecoder.decode(service, features.has(Feature.CONFIDENTIAL_LOCATION));
        Optional<Kind> kind = codes.one(Kind.class, "kind");
        return new Candidate(
                uuid(id),
                service.path("name").asText(""),
                organization(service.path("organization")),
                kind.isPresent(),
                offer(codes, kind.orElse(null), features, whereabouts),
                welcome(service, codes),
                new Standing(
                        status(service.path("status").asText("")),
                        date(service.path("assured_date").asText("")).orElse(null),
                        codes.flags()),
                whereabouts,
                hours(service, features, whereabouts),
                ContactDecoder.decode(service));
    }

    private static Offer offer(
            ListingCodes codes, @Nullable Kind kind, CodeSet<Feature> features, Whereabouts whereabouts) {
        CodeSet<Format> formats = codes.all(Format.class, "format");
        // Having a place is as good as saying "in person" where nothing else is said.
        if (formats.isEmpty() && (!whereabouts.places().isEmpty() || whereabouts.address() != null)) {
            formats = CodeSet.of(Format.IN_PERSON);
        }
        List<ListingCodes.Coded> capacity = codes.coded("capacity");
        return new Offer(
                kind,
                codes.all(Need.class, "need"),
                List.copyOf(new TreeSet<>(codes.coded("topic").stream()
                        .map(topic -> topic.code().toLowerCase(Locale.ROOT))
                        .toList())),
                codes.all(SupportType.class, "support-type"),
                formats,
                codes.one(GroupSize.class, "group-size").orElse(null),
                features,
                codes.all(Approach.class, "approach"),
                codes.one(Cost.class, "cost").orElse(null),
                codes.one(Capacity.class, "capacity").orElse(Capacity.UNKNOWN),
                capacity.isEmpty() ? null : days(capacity.getFirst().value()));
    }

    private static Welcome welcome(JsonNode service, ListingCodes codes) {
        CodeSet<Audience> audiences = codes.all(Audience.class, "audience");
        Integer youngest = age(service, "minimum_age", false);
        Integer oldest = age(service, "maximum_age", true);
        boolean upsideDown = youngest != null && oldest != null && youngest > oldest;
        return new Welcome(
                audiences,
                codes.one(AudienceMode.class, "audience-mode")
                        .orElse(audiences.isEmpty() ? AudienceMode.GENERAL : AudienceMode.WELCOMING),
                upsideDown ? null : youngest,
                upsideDown ? null : oldest,
                codes.all(Gender.class, "gender-open"),
                codes.one(Tradition.class, "faith-tradition").orElse(null),
                codes.one(ReligiousContent.class, "religious-content").orElse(null),
                codes.one(Affirming.class, "lgbtq-affirming").orElse(Affirming.UNKNOWN),
                codes.all(Requirement.class, "requires"),
                !service.path("required_documents").isEmpty()
                        && codes.coded("requires").isEmpty(),
                LanguageTags.spoken(service),
                LanguageTags.primary(codes.coded("interpreter").stream()
                        .map(ListingCodes.Coded::value)
                        .toList()));
    }

    private static Hours hours(JsonNode service, CodeSet<Feature> features, Whereabouts whereabouts) {
        JsonNode schedules = service.path("schedules");
        for (JsonNode at : service.path("service_at_locations")) {
            if (schedules.isEmpty()) {
                schedules =
                        at.path("schedules").isEmpty() ? at.path("location").path("schedules") : at.path("schedules");
            }
        }
        List<Opening> openings = OpeningsDecoder.openings(schedules);
        ZoneId zone = Regions.zone(
                        whereabouts.country(),
                        whereabouts.region(),
                        OpeningsDecoder.offsetHours(schedules).orElse(null))
                .orElse(null);
        return new Hours(openings, zone, OpeningsDecoder.times(features, openings));
    }

    private static @Nullable OrganizationRef organization(JsonNode organization) {
        return organization.hasNonNull("id")
                ? new OrganizationRef(
                        organization.path("id").asText().toLowerCase(Locale.ROOT),
                        organization.path("name").asText(""))
                : null;
    }

    private static ListingStatus status(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "active" -> ListingStatus.ACTIVE;
            case "inactive" -> ListingStatus.INACTIVE;
            case "defunct" -> ListingStatus.DEFUNCT;
            case "temporarily closed" -> ListingStatus.TEMPORARILY_CLOSED;
            default -> ListingStatus.UNSTATED;
        };
    }

    private static @Nullable Integer age(JsonNode service, String field, boolean up) {
        JsonNode age = service.path(field);
        if (!age.isNumber()) {
            return null;
        }
        double years = up ? Math.ceil(age.asDouble()) : Math.floor(age.asDouble());
        return years >= 0 && years <= OLDEST ? (Integer) (int) years : null;
    }

    private static @Nullable Integer days(String value) {
        return value.matches("\\d{1,4}") ? Integer.valueOf(value) : null;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
