package org.kith.matching.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Contact;
import org.kith.matching.candidate.Hours;
import org.kith.matching.candidate.ListingStatus;
import org.kith.matching.candidate.Offer;
import org.kith.matching.candidate.OrganizationRef;
import org.kith.matching.candidate.Welcome;
import org.kith.matching.candidate.Whereabouts;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.code.Kind;

/** A listing as an answer shows it; what the listing does not say is absent. */
@Schema(description = "A listing. The address and the distance of a confidential place are never shown.")
record ResourceView(
        UUID id,
        String name,
        @Nullable OrganizationRef organization,
        @Nullable String kind,
        List<String> supportTypes,
        List<String> needs,
        List<String> topics,
        List<String> formats,
        boolean remote,
        @Nullable String groupSize,
        List<String> features,
        List<String> audience,
        String audienceMode,
        List<String> languages,
        List<String> interpreter,
        @Nullable String cost,
        @Nullable Integer ageMin,
        @Nullable Integer ageMax,
        List<String> genderOpen,
        boolean faithBased,
        @Nullable String faithTradition,
        @Nullable String religiousContent,
        boolean twelveStep,
        String lgbtqAffirming,

        @Schema(description = "Answered by people trained for a crisis")
        boolean crisis,

        boolean alwaysOpen,
        @Nullable Boolean openNow,

        @Schema(description = "When it opens next, after now") @Nullable
        Instant nextOpen,

        List<String> requires,
        @Nullable Double distanceKm,
        boolean addressShown,
        @Nullable String address,
        @Nullable String city,
        @Nullable String region,
        String capacity,
        @Nullable Integer waitDays,
        @Nullable LocalDate verifiedOn,
        @Nullable Long verifiedAgeDays,
        String status,
        List<String> flags,

        @Schema(description = "0 read or listen anonymously, up to 5 an open or large group")
        int exposureLevel,

        ContactView contact) {

    /** How to reach it. */
    record ContactView(
            List<PhoneView> phones,
            @Nullable String email,
            @Nullable String url) {}

    record PhoneView(
            String number,
            @JsonProperty("extension") @Nullable String extension,
            @Nullable String type,
            @Nullable String description,
            List<String> languages) {}

    /** @param meters to its nearest place, or null */
    static ResourceView of(Candidate candidate, @Nullable Integer meters, CodeSet<Format> usable, Instant now) {
        Offer offer = candidate.offer();
        Welcome welcome = candidate.welcome();
        Whereabouts where = candidate.whereabouts();
        Hours hours = candidate.hours();
        LocalDate assured = candidate.standing().assured();
        Long age = assured == null
                ? null
                : Math.max(0, ChronoUnit.DAYS.between(assured, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        boolean tellsPlace = !where.confidential();
        return new ResourceView(
                candidate.id(),
                candidate.name(),
                candidate.organization(),
                code(offer.kind()),
                codes(offer.supportTypes()),
                codes(offer.needs()),
                offer.topics(),
                codes(offer.formats()),
                candidate.isRemote(),
                code(offer.groupSize()),
                codes(offer.features()),
                codes(welcome.audiences()),
                welcome.audienceMode().code(),
                welcome.languages(),
                welcome.interpreters(),
                code(offer.cost()),
                welcome.minimumAge(),
                welcome.maximumAge(),
                codes(welcome.openTo()),
                candidate.isFaithBased(),
                code(welcome.tradition()),
                code(welcome.religiousContent()),
                offer.approaches().has(Approach.TWELVE_STEP),
                welcome.affirming().code(),
                offer.kind() == Kind.CRISIS_LINE,
                hours.isAlwaysOpen(),
                hours.isOpenAt(now).orElse(null),
                hours.nextOpening(now).orElse(null),
                codes(welcome.requires()),
                tellsPlace && meters != null ? Math.round(meters / 100.0) / 10.0 : null,
                tellsPlace && where.address() != null,
                tellsPlace ? where.address() : null,
                where.city(),
                where.region(),
                offer.capacity().code(),
                offer.waitDays(),
                assured,
                age,
                status(candidate.standing().status()),
                codes(candidate.standing().flags()),
                candidate.exposure(usable),
                contact(candidate.contact()));
    }

    private static ContactView contact(Contact contact) {
        List<PhoneView> phones = contact.phones().stream()
                .map(phone -> new PhoneView(
                        phone.number(), phone.extension(), phone.type(), phone.description(), phone.languages()))
                .toList();
        return new ContactView(phones, contact.email(), contact.url());
    }

    private static String status(ListingStatus status) {
        return switch (status) {
            case ACTIVE, UNSTATED -> "active";
            case INACTIVE, TEMPORARILY_CLOSED -> "paused";
            case DEFUNCT -> "closed";
        };
    }

    private static @Nullable String code(@Nullable Code code) {
        return Optional.ofNullable(code).map(Code::code).orElse(null);
    }

    private static <E extends Enum<E> & Code> List<String> codes(CodeSet<E> set) {
        return set.toList().stream().map(Code::code).toList();
    }
}
