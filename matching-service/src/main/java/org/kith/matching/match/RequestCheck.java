package org.kith.matching.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.matching.match.MatchRequest.About;
import org.kith.matching.match.MatchRequest.Place;
import org.kith.matching.match.MatchRequest.Tie;
import org.kith.web.FieldError;

/** Whether a request can be understood; every problem is named by its place, and none by its value. */
final class RequestCheck {
    static final List<String> SUBJECTS = List.of("self", "family_member");
    static final List<String> URGENCIES = List.of("routine", "soon", "urgent", "crisis");
    static final List<String> USES = List.of("prefer", "require", "context_only");
    static final List<String> TIMES = List.of("daytime", "evening", "weekend");
    static final List<String> ACCESS = List.of("wheelchair", "step_free", "asl", "captions", "asl_or_text", "transit");
    static final List<String> PACES = List.of("gentle", "standard");
    static final List<String> CHANNELS = List.of("in_person", "phone", "online");
    static final List<String> FREQUENCIES = List.of("daily", "weekly", "monthly", "rarer");
    static final List<String> RECIPROCITIES = List.of("balanced", "gives_only", "receives_only");
    static final List<String> OUTCOMES = List.of("helped", "not_fit", "unsafe", "could_not_reach", "full");

    private static final int FEW = 20;
    private static final int MANY = 50;
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .'-]{0,49}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{1,11}");
    private static final Pattern PLAN = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private RequestCheck() {}

    static List<FieldError> problems(MatchRequest request) {
        Findings found = new Findings();
        person(request, found);
        wishes(request, found);
        bounds(request, found);
        network("/network", request.network(), found);
        found.size("/tried", request.tried(), MANY);
        found.each("/tried", request.tried(), (at, tried) -> {
            found.required(at + "/resource_id", tried.resourceId());
            found.matches(at + "/resource_id", tried.resourceId(), AvoidCheck::isId, "Expected a UUID.");
            found.required(at + "/outcome", tried.outcome());
            found.word(at + "/outcome", tried.outcome(), OUTCOMES);
        });
        return found.errors();
    }

    private static void person(MatchRequest request, Findings found) {
        found.word("/subject", request.subject(), SUBJECTS);
        About about = request.about();
        if (about != null) {
            found.code("/about/relation", about.relation(), "tie_role");
            found.matches("/about/age_band", about.ageBand(), AgeBand::isKnown, AgeBand.EXPECTED);
        }
        found.range("/age", request.age(), 0, 120);
        found.matches("/age_band", request.ageBand(), AgeBand::isKnown, AgeBand.EXPECTED);
        Place place = request.location();
        if (place != null) {
            found.matches(
                    "/location/country",
                    place.country(),
                    COUNTRIES::contains,
                    "Expected ISO 3166-1 alpha-2 such as US.");
            found.matches(
                    "/location/region", place.region(), REGION.asMatchPredicate(), "Expected a region such as MD.");
            found.matches(
                    "/location/postal_code",
                    place.postalCode(),
                    POSTAL_CODE.asMatchPredicate(),
                    "Expected a postal code.");
            found.range("/location/lat", place.lat(), -90, 90);
            found.range("/location/lon", place.lon(), -180, 180);
            if ((place.lat() == null) != (place.lon() == null)) {
                found.required(place.lat() == null ? "/location/lat" : "/location/lon", null);
            }
        }
        found.size("/identity", request.identity(), FEW);
        found.each("/identity", request.identity(), (at, factor) -> identity(at, factor, found));
    }

    private static void identity(String at, MatchRequest.Identity factor, Findings found) {
        Vocabulary vocabulary = found.vocabulary();
        found.required(at + "/axis", factor.axis());
        found.required(at + "/code", factor.code());
        found.word(at + "/use", factor.use(), USES);
        found.range(at + "/importance", factor.importance(), 1, 3);
        if (factor.axis() == null) {
            return;
        }
        if (!vocabulary.identityAxes().contains(factor.axis())) {
            found.unknown(at + "/axis", List.copyOf(vocabulary.identityAxes()));
        } else if (factor.code() != null && !vocabulary.hasIdentity(factor.axis(), factor.code())) {
            found.unknown(at + "/code", vocabulary.nearestIdentity(factor.axis(), factor.code()));
        }
    }

    private static void wishes(MatchRequest request, Findings found) {
        found.size("/needs", request.needs(), FEW);
        if (request.needs() == null || request.needs().isEmpty()) {
            found.required("/needs", null);
        }
        found.each("/needs", request.needs(), (at, need) -> {
            found.required(at + "/code", need.code());
            found.code(at + "/code", need.code(), "need");
            found.range(at + "/priority", need.priority(), 1, 3);
            found.word(at + "/urgency", need.urgency(), URGENCIES);
        });
        wanted(request.supportWanted(), found);
        found.size("/languages", request.languages(), FEW);
        found.each("/languages", request.languages(), (at, language) -> {
            found.required(at + "/tag", language.tag());
            found.matches(at + "/tag", language.tag(), Vocabulary::isLanguageTag, "Expected BCP 47 such as es.");
        });
        AvoidCheck.check("/avoid", request.avoid(), MANY, found);
        AvoidCheck.check("/prefer_not", request.preferNot(), MANY, found);
        found.codes("/barriers", request.barriers(), "barrier", FEW + 5);
        found.size("/interests", request.interests(), FEW);
        found.each(
                "/interests",
                request.interests(),
                (at, topic) -> found.matches(
                        at,
                        topic,
                        word -> word.length() <= 60 && found.vocabulary().has(Vocabulary.TOPIC, word),
                        "Expected a topic such as chess: lower-case words with underscores."));
    }

    static void wanted(@Nullable Map<String, Integer> wanted, Findings found) {
        if (wanted != null) {
            wanted.forEach((type, weight) -> {
                // An unknown key stays out of the pointer: it may be anything.
                boolean known = found.vocabulary().has("support_type", type);
                String at = known ? "/support_wanted/" + type : "/support_wanted";
                found.code(at, type, "support_type");
                found.required(at, weight);
                found.range(at, weight, 0, 3);
            });
        }
    }

    private static void bounds(MatchRequest request, Findings found) {
        found.range("/k", request.k(), 1, 50);
        found.range("/max_distance_km", request.maxDistanceKm(), 0.1, 1000);
        found.codes("/formats_ok", request.formatsOk(), "format", FEW);
        found.codes("/group_size_ok", request.groupSizeOk(), "group_size", FEW);
        found.words("/times", request.times(), TIMES, FEW);
        found.words("/accessibility", request.accessibility(), ACCESS, FEW);
        if (request.cost() != null) {
            found.code("/cost/max", request.cost().max(), "cost");
            found.size("/cost/insurance", request.cost().insurance(), FEW);
            found.each(
                    "/cost/insurance",
                    request.cost().insurance(),
                    (at, plan) ->
                            found.matches(at, plan, PLAN.asMatchPredicate(), "Expected a code such as medicaid."));
        }
        found.word("/pace", request.pace(), PACES);
    }

    static void network(String pointer, @Nullable List<Tie> network, Findings found) {
        found.size(pointer, network, MANY);
        found.each(pointer, network, (at, tie) -> {
            found.required(at + "/role", tie.role());
            found.code(at + "/role", tie.role(), "tie_role");
            found.codes(at + "/support_types", tie.supportTypes(), "support_type", FEW);
            found.code(at + "/quality", tie.quality(), "tie_quality");
            found.word(at + "/channel", tie.channel(), CHANNELS);
            found.word(at + "/frequency", tie.frequency(), FREQUENCIES);
            found.word(at + "/reciprocity", tie.reciprocity(), RECIPROCITIES);
        });
    }
}
