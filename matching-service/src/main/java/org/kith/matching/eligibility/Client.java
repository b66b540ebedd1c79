package org.kith.matching.eligibility;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.IdentityFactor;
import org.kith.contracts.Vocabulary;
import org.kith.matching.candidate.Earth;
import org.kith.matching.code.Audience;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Codes;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.Tradition;
import org.kith.matching.policy.FilterPolicy;
import org.kith.matching.query.AgeRange;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.Identity;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;

/** What the filters want to know of a request, worked out once. */
public final class Client {
    private static final int METERS_PER_KM = 1000;

    final MatchQuery query;
    final FilterPolicy policy;
    final LocalDate today;
    final CodeSet<Format> usable;
    final int maxMeters;
    final Earth.@Nullable Vector point;
    /** Empty where no age was said. */
    final List<AgeRange> ages;

    final CodeSet<Audience> statedAudiences;
    /** What follows from the needs and the age, which the client stated too, though not as identity. */
    final CodeSet<Audience> impliedAudiences;

    final CodeSet<Gender> genders;
    final CodeSet<Requirement> avoidedRequirements;
    final boolean lgbtqStated;
    final boolean partnerViolence;
    final boolean mayBeMinor;

    public Client(MatchQuery query, FilterPolicy policy) {
        this.query = query;
        this.policy = policy;
        today = LocalDate.ofInstant(query.now(), ZoneOffset.UTC);
        CodeSet<Format> formats = query.usableFormats();
        usable = query.has(Barrier.LOW_BANDWIDTH) ? formats.without(CodeSet.of(Format.VIDEO)) : formats;
        Integer max = query.where().maxDistanceMeters();
        maxMeters = max == null ? policy.defaultMaxDistanceKm() * METERS_PER_KM : max;
        Double latitude = query.where().latitude();
        Double longitude = query.where().longitude();
        point = latitude == null || longitude == null ? null : Earth.vector(latitude, longitude);
        ages = ages(query);
        statedAudiences = audiences(query.identity());
        impliedAudiences = implied(query, policy);
        genders = genders(query.identity());
        avoidedRequirements = CodeSet.of(
                Requirement.class,
                query.avoid().stream()
                        .flatMap(avoidance -> avoidance instanceof Avoidance.Demanding demanding
                                ? Optional.of(demanding.requirement()).stream()
                                : Optional.<Requirement>empty().stream())
                        .toList());
        lgbtqStated = states("sexual_orientation") || states("gender_identity");
        partnerViolence = query.needs().stream().map(NeedWish::need).anyMatch(policy.partnerViolence()::contains)
                || query.identity().stream().anyMatch(factor -> factor.is("role", "survivor_dv"));
        mayBeMinor = query.person().mayBeMinor();
    }

    /** The audiences that the factors, alone or together, belong to. */
    public static CodeSet<Audience> audiences(Collection<Identity> factors) {
        if (factors.isEmpty()) {
            return CodeSet.none(Audience.class);
        }
        List<IdentityFactor> stated = factors.stream()
                .map(factor -> new IdentityFactor(factor.axis(), factor.code()))
                .toList();
        return CodeSet.of(
                Audience.class,
                Vocabulary.standard().audiences(stated).stream()
                        .flatMap(code -> Codes.find(Audience.class, code).stream())
                        .toList());
    }

    boolean states(String axis) {
        return query.identity().stream().anyMatch(factor -> factor.axis().equals(axis));
    }

    /** The factors that the client asks for as a condition. */
    List<Identity> required() {
        return query.identity().stream()
                .filter(factor -> factor.use() == Identity.Use.REQUIRE)
                .toList();
    }

    List<Tradition> faiths() {
        return query.identity().stream()
                .filter(factor -> factor.axis().equals("faith"))
                .flatMap(factor -> Codes.find(Tradition.class, factor.code()).stream())
                .toList();
    }

    static Optional<Gender> gender(Identity factor) {
        return switch (factor.axis() + ":" + factor.code()) {
            case "gender:woman", "gender_identity:trans_woman" -> Optional.of(Gender.WOMEN);
            case "gender:man", "gender_identity:trans_man" -> Optional.of(Gender.MEN);
            case "gender:nonbinary" -> Optional.of(Gender.NONBINARY);
            default -> Optional.empty();
        };
    }

    private static CodeSet<Gender> genders(List<Identity> identity) {
        return CodeSet.of(
                Gender.class,
                identity.stream().flatMap(factor -> gender(factor).stream()).toList());
    }

    private static List<AgeRange> ages(MatchQuery query) {
        List<AgeRange> ages = new ArrayList<>();
        if (query.person().age() != null) {
            ages.add(query.person().age());
        }
        if (query.person().familyMember() && query.person().relativeAge() != null) {
            ages.add(query.person().relativeAge());
        }
        return List.copyOf(ages);
    }

    private static CodeSet<Audience> implied(MatchQuery query, FilterPolicy policy) {
        CodeSet<Audience> implied = CodeSet.none(Audience.class);
        for (NeedWish wish : query.needs()) {
            implied = implied.or(
                    CodeSet.of(Audience.class, policy.audienceOfNeed().getOrDefault(wish.need(), List.of())));
        }
        for (AgeRange age : ages(query)) {
            for (var audience : policy.agesOfAudience().entrySet()) {
                boolean within = audience.getValue().from() <= age.from()
                        && age.to() <= audience.getValue().to();
                implied = within ? implied.with(audience.getKey()) : implied;
            }
        }
        return implied;
    }
}
