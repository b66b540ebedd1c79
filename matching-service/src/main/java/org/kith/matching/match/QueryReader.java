package org.kith.matching.match;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.LanguageTags;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Codes;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Need;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TieQuality;
import org.kith.matching.code.TieRole;
import org.kith.matching.code.TimeOfDay;
import org.kith.matching.match.MatchRequest.Place;
import org.kith.matching.network.Assessment;
import org.kith.matching.query.AgeRange;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.CostWish;
import org.kith.matching.query.Identity;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;
import org.kith.matching.query.Person;
import org.kith.matching.query.Safety;
import org.kith.matching.query.Tie;
import org.kith.matching.query.Tried;
import org.kith.matching.query.Urgency;
import org.kith.matching.query.Where;

/** Turns a request that was found to be in order into codes, with the defaults filled in. */
final class QueryReader {
    private static final int USUAL_K = 10;
    private static final int USUAL_PRIORITY = 2;
    private static final int USUAL_IMPORTANCE = 2;

    private final MatchRequest request;
    private final Instant present;

    private QueryReader(MatchRequest request, Instant present) {
        this.request = request;
        this.present = present;
    }

    static MatchQuery read(MatchRequest request, Instant present) {
        return new QueryReader(request, present).read();
    }

    /** The network's assessment; the score takes its profile, the answer its gaps. */
    static Assessment assess(
            @Nullable List<MatchRequest.Tie> network,
            @Nullable Map<String, Integer> wanted,
            @Nullable List<String> barriers) {
        return Assessment.of(
                network == null ? null : ties(network),
                wanted(wanted),
                barriers != null && barriers.contains(Barrier.VIRTUAL_OVERUSE.code()));
    }

    private MatchQuery read() {
        return new MatchQuery(
                Objects.requireNonNullElse(request.k(), USUAL_K),
                Objects.requireNonNullElse(request.now(), present),
                person(),
                where(),
                list(request.languages(), QueryReader::language),
                list(request.needs(), QueryReader::need),
                wanted(request.supportWanted()),
                assess(request.network(), request.supportWanted(), request.barriers())
                        .profile(),
                identity(),
                avoided(request.avoid()),
                avoided(request.preferNot()),
                set(Barrier.class, request.barriers()),
                request.interests() == null ? Set.of() : Set.copyOf(request.interests()),
                codes(Format.class, request.formatsOk()).distinct().toList(),
                set(GroupSize.class, request.groupSizeOk()),
                set(TimeOfDay.class, request.times()),
                set(AccessNeed.class, request.accessibility()),
                is(request.traumaInformedRequired()),
                cost(),
                "gentle".equals(request.pace()),
                safety(),
                request.network() == null ? List.of() : ties(request.network()),
                list(request.tried(), QueryReader::tried));
    }

    private Person person() {
        AgeRange age = request.age() != null ? AgeRange.exactly(request.age()) : band(request.ageBand());
        MatchRequest.About about = request.about();
        return new Person(
                "family_member".equals(request.subject()),
                age,
                about == null ? null : band(about.ageBand()),
                about == null ? null : about.relation());
    }

    private static @Nullable AgeRange band(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(AgeBand::parse)
                .map(band -> new AgeRange(band.from(), band.to()))
                .orElse(null);
    }

    private Where where() {
        Place place = request.location();
        Integer meters = request.maxDistanceKm() == null ? null : (int) Math.round(request.maxDistanceKm() * 1000);
        if (place == null) {
            return new Where(null, null, null, null, meters);
        }
        return new Where(place.country(), region(place), hundredths(place.lat()), hundredths(place.lon()), meters);
    }

    /** {@code US-MD} as well as {@code MD}. */
    private static @Nullable String region(Place place) {
        if (place.region() == null) {
            return null;
        }
        String upper = place.region().toUpperCase(Locale.ROOT);
        String prefix = place.country() + "-";
        return upper.startsWith(prefix) ? upper.substring(prefix.length()) : upper;
    }

    /** About a kilometre: nearer than that nobody needs to know where the client is. */
    private static @Nullable Double hundredths(@Nullable Double degrees) {
        return degrees == null ? null : Math.round(degrees * 100) / 100.0;
    }

    private static LanguageWish language(MatchRequest.Language language) {
        String primary = LanguageTags.primary(Objects.requireNonNull(language.tag()));
        // Unless the client says that it has to be native, an interpreter does.
        return new LanguageWish(
                primary, is(language.required()), Objects.requireNonNullElse(language.interpreterOk(), true));
    }

    private static NeedWish need(MatchRequest.NeedAsked need) {
        return new NeedWish(
                code(Need.class, Objects.requireNonNull(need.code())),
                Objects.requireNonNullElse(need.priority(), USUAL_PRIORITY),
                need.urgency() == null ? Urgency.ROUTINE : code(Urgency.class, need.urgency()));
    }

    private List<Identity> identity() {
        return Stream.ofNullable(request.identity())
                .flatMap(List::stream)
                .filter(factor -> is(factor.consented()))
                .map(factor -> new Identity(
                        Objects.requireNonNull(factor.axis()),
                        Objects.requireNonNull(factor.code()),
                        factor.use() == null ? Identity.Use.PREFER : code(Identity.Use.class, factor.use()),
                        Objects.requireNonNullElse(factor.importance(), USUAL_IMPORTANCE)))
                .distinct()
                .toList();
    }

    private CostWish cost() {
        MatchRequest.Cost cost = request.cost();
        if (cost == null) {
            return new CostWish(null, false);
        }
        return new CostWish(
                cost.max() == null ? null : code(Cost.class, cost.max()),
                cost.insurance() != null && !cost.insurance().isEmpty());
    }

    private Safety safety() {
        MatchRequest.Safety safety = request.safety();
        return safety == null
                ? new Safety(false, false, false)
                : new Safety(is(safety.sharedDevice()), is(safety.doNotContact()), is(safety.noVoicemail()));
    }

    private static Tried tried(MatchRequest.Tried tried) {
        return new Tried(
                Objects.requireNonNull(tried.resourceId()).toLowerCase(Locale.ROOT),
                code(Tried.Outcome.class, Objects.requireNonNull(tried.outcome())));
    }

    private static List<Tie> ties(List<MatchRequest.Tie> network) {
        return network.stream()
                .map(tie -> new Tie(
                        code(TieRole.class, Objects.requireNonNull(tie.role())),
                        set(SupportType.class, tie.supportTypes()),
                        tie.quality() == null ? TieQuality.GOOD : code(TieQuality.class, tie.quality()),
                        tie.channel() == null ? Tie.Channel.IN_PERSON : code(Tie.Channel.class, tie.channel()),
                        tie.frequency() == null ? Tie.Frequency.WEEKLY : code(Tie.Frequency.class, tie.frequency()),
                        tie.reciprocity() == null
                                ? Tie.Reciprocity.BALANCED
                                : code(Tie.Reciprocity.class, tie.reciprocity())))
                .toList();
    }

    private static Map<SupportType, Integer> wanted(@Nullable Map<String, Integer> wanted) {
        Map<SupportType, Integer> codes = new EnumMap<>(SupportType.class);
        if (wanted != null) {
            wanted.forEach((type, weight) -> codes.put(code(SupportType.class, type), weight));
        }
        return codes;
    }

    private static List<Avoidance> avoided(@Nullable List<String> expressions) {
        return list(expressions, expression -> Avoidance.parse(expression).orElseThrow());
    }

    private static <T, R> List<R> list(@Nullable List<T> given, Function<T, R> reader) {
        return given == null ? List.of() : given.stream().map(reader).toList();
    }

    private static <E extends Enum<E> & Code> Stream<E> codes(Class<E> list, @Nullable List<String> codes) {
        return codes == null ? Stream.empty() : codes.stream().map(code -> code(list, code));
    }

    private static <E extends Enum<E> & Code> CodeSet<E> set(Class<E> list, @Nullable List<String> codes) {
        return CodeSet.of(list, codes(list, codes).toList());
    }

    private static <E extends Enum<E> & Code> E code(Class<E> list, String code) {
        return Codes.find(list, code).orElseThrow();
    }

    private static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
