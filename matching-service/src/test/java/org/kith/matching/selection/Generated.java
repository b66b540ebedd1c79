package org.kith.matching.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Listing;
import org.kith.matching.candidate.ListingStatus;
import org.kith.matching.candidate.Place;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.Capacity;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TieRole;
import org.kith.matching.code.TimeOfDay;
import org.kith.matching.code.Tradition;
import org.kith.matching.query.AgeRange;
import org.kith.matching.query.Asking;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.CostWish;
import org.kith.matching.query.Identity;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.MatchQueryBuilder;
import org.kith.matching.query.NeedWish;
import org.kith.matching.query.Person;
import org.kith.matching.query.SupportProfile;
import org.kith.matching.query.Tried;
import org.kith.matching.query.Urgency;
import org.kith.matching.query.Where;

/** Listings and requests from a seed: the same seed gives the same ones, so that a failure can be seen again. */
final class Generated {
    private static final String[] LANGUAGES = {"en", "es", "ht", "zh"};
    private static final String[] TOPICS = {"chess", "garden", "choir", "books"};
    private final Random random;

    Generated(long seed) {
        random = new Random(seed);
    }

    List<Candidate> listings(int count) {
        List<Candidate> listings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            listings.add(listing(i + 1).build());
        }
        return listings;
    }

    Listing listing(long number) {
        Listing listing = sometimes(20) ? Listing.uncoded() : coded();
        listing.id(number).name("Listing " + number);
        if (!sometimes(4)) {
            listing.of("org-" + random.nextInt(30));
        }
        listing.status(sometimes(12) ? one(ListingStatus.class) : ListingStatus.ACTIVE);
        listing.assured(sometimes(12) ? null : LocalDate.of(2026, 11, 20).minusDays(random.nextInt(800)));
        if (sometimes(25)) {
            listing.flag(one(Flag.class));
        }
        place(listing);
        return listing;
    }

    private Listing coded() {
        Listing listing = Listing.group()
                .kind(one(Kind.class))
                .needs(some(Need.class, 3))
                .gives(some(SupportType.class, 2))
                .formats(sometimes(15) ? CodeSet.none(Format.class) : some(Format.class, 2))
                .size(maybe(GroupSize.class))
                .features(some(Feature.class, 5))
                .cost(sometimes(3) ? maybe(Cost.class) : Cost.FREE)
                .capacity(one(Capacity.class), sometimes(2) ? random.nextInt(300) : null)
                .audience(one(AudienceMode.class), some(Audience.class, 2))
                .faith(sometimes(3) ? maybe(Tradition.class) : null, maybe(ReligiousContent.class))
                .affirming(one(Affirming.class))
                .requires(some(Requirement.class, sometimes(3) ? 1 : 0), sometimes(15))
                .topics(sometimes(3) ? new String[] {TOPICS[random.nextInt(TOPICS.length)]} : new String[0])
                .speaks(sometimes(8) ? new String[0] : languages())
                .interprets(sometimes(4) ? languages() : new String[0]);
        listing.openTo(
                sometimes(6)
                        ? new Gender[0]
                        : sometimes(4) ? new Gender[] {one(Gender.class)} : new Gender[] {Gender.ANY});
        if (sometimes(2)) {
            listing.ages(sometimes(3) ? null : random.nextInt(60), sometimes(2) ? null : 10 + random.nextInt(90));
        }
        if (sometimes(5)) {
            listing.approach(one(Approach.class));
        }
        return listing;
    }

    private void place(Listing listing) {
        int places = sometimes(4) ? 0 : sometimes(8) ? 2 : 1;
        List<Place> at = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            at.add(new Place(39.29 + random.nextGaussian() * 0.5, -76.61 + random.nextGaussian() * 0.5));
        }
        listing.places(at);
        listing.home(
                sometimes(8) ? null : sometimes(8) ? "CA" : "US", sometimes(3) ? null : sometimes(2) ? "MD" : "VA");
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean named = sometimes(4);
            listing.area(
                    named ? null : sometimes(6) ? "CA" : "US",
                    named || sometimes(2) ? null : sometimes(2) ? "MD" : "VA");
        }
    }

    MatchQuery query() {
        MatchQueryBuilder asking = MatchQuery.forNeeds(Asking.NOW, needs())
                .k(sometimes(4) ? 5 : 10)
                .person(person())
                .where(where())
                .supportWanted(wanted())
                .support(support())
                .identity(identity())
                .avoid(avoidances())
                .preferNot(sometimes(3) ? avoidances() : List.of())
                .barriers(some(Barrier.class, 3))
                .interests(
                        sometimes(3)
                                ? new TreeSet<>(List.of(TOPICS[random.nextInt(TOPICS.length)]))
                                : Collections.emptySet())
                .formatsOk(
                        sometimes(2)
                                ? List.of()
                                : shuffled(some(Format.class, 3).toList()))
                .groupSizeOk(sometimes(3) ? some(GroupSize.class, 2) : CodeSet.none(GroupSize.class))
                .times(some(TimeOfDay.class, 1))
                .access(sometimes(3) ? some(AccessNeed.class, 1) : CodeSet.none(AccessNeed.class))
                .traumaInformedRequired(sometimes(5))
                .cost(new CostWish(sometimes(2) ? one(Cost.class) : null, sometimes(4)));
        if (sometimes(3)) {
            asking.languages(List.of(
                    new LanguageWish(
                            LANGUAGES[random.nextInt(LANGUAGES.length)], random.nextBoolean(), random.nextBoolean()),
                    new LanguageWish("en", sometimes(5), random.nextBoolean())));
        }
        if (sometimes(5)) {
            asking.tried(List.of(new Tried(id(random.nextInt(300) + 1), one(Tried.Outcome.class))));
        }
        return asking.build();
    }

    static String id(long number) {
        return new java.util.UUID(number, number * 31).toString();
    }

    private List<NeedWish> needs() {
        List<NeedWish> needs = new ArrayList<>();
        for (Need need : shuffled(some(Need.class, 3).with(one(Need.class)).toList())) {
            needs.add(new NeedWish(need, 1 + random.nextInt(3), sometimes(6) ? Urgency.SOON : Urgency.ROUTINE));
        }
        return needs;
    }

    private Person person() {
        return new Person(sometimes(4), sometimes(4) ? null : age(), sometimes(2) ? age() : null, "child");
    }

    private AgeRange age() {
        if (sometimes(2)) {
            return AgeRange.exactly(10 + random.nextInt(70));
        }
        return sometimes(2) ? new AgeRange(18, 130) : new AgeRange(13, 17);
    }

    private Where where() {
        String country = sometimes(6) ? null : sometimes(8) ? "CA" : "US";
        String region = country == null || sometimes(3) ? null : sometimes(3) ? "VA" : "MD";
        boolean point = !sometimes(6);
        Double latitude = point ? Math.round((39.29 + random.nextGaussian() * 0.4) * 100) / 100.0 : null;
        Double longitude = point ? Math.round((-76.61 + random.nextGaussian() * 0.4) * 100) / 100.0 : null;
        return new Where(country, region, latitude, longitude, sometimes(6) ? null : (1 + random.nextInt(80)) * 1000);
    }

    private Map<SupportType, Integer> wanted() {
        Map<SupportType, Integer> wanted = new EnumMap<>(SupportType.class);
        some(SupportType.class, 3).toList().forEach(type -> wanted.put(type, random.nextInt(4)));
        return wanted;
    }

    private SupportProfile support() {
        return new SupportProfile(
                random.nextInt(400_000),
                random.nextInt(400_000),
                random.nextInt(400_000),
                random.nextInt(400_000),
                random.nextInt(400_000),
                sometimes(2) ? 0 : 1_000_000,
                sometimes(2) ? 0 : 500_000,
                sometimes(2) ? 0 : 1_000_000,
                sometimes(5),
                some(TieRole.class, sometimes(4) ? 2 : 0));
    }

    List<Identity> identity() {
        List<Identity> identity = new ArrayList<>();
        for (int i = sometimes(2) ? 0 : random.nextInt(3); i > 0; i--) {
            List<String> axes = List.copyOf(new TreeSet<>(Vocabulary.standard().identityAxes()));
            String axis = axes.get(random.nextInt(axes.size()));
            List<String> codes = axis.equals("language_community")
                    ? List.of("es", "en")
                    : List.copyOf(new TreeSet<>(Vocabulary.standard().identityCodes(axis)));
            Identity.Use use = sometimes(5) ? one(Identity.Use.class) : Identity.Use.PREFER;
            identity.add(new Identity(axis, codes.get(random.nextInt(codes.size())), use, 1 + random.nextInt(3)));
        }
        return identity;
    }

    private List<Avoidance> avoidances() {
        List<Avoidance> avoidances = new ArrayList<>();
        for (int i = sometimes(2) ? 0 : random.nextInt(3); i > 0; i--) {
            avoidances.add(avoidance());
        }
        return avoidances;
    }

    Avoidance avoidance() {
        return switch (random.nextInt(10)) {
            case 0 -> new Avoidance.FaithBased(sometimes(2) ? null : one(Tradition.class));
            case 1 -> new Avoidance.AnyReligiousContent();
            case 2 -> new Avoidance.Activity(one(Approach.class), false);
            case 3 -> new Avoidance.NotAffirming();
            case 4 -> new Avoidance.ForAudience(one(Audience.class));
            case 5 -> new Avoidance.SmallLocalCommunity();
            case 6 -> new Avoidance.OfKind(one(Kind.class));
            case 7 -> new Avoidance.OfOrganization("org-" + random.nextInt(30));
            case 8 -> new Avoidance.OfResource(id(random.nextInt(300) + 1));
            default -> new Avoidance.Demanding(one(Requirement.class));
        };
    }

    private String[] languages() {
        return sometimes(2) ? new String[] {"en"} : new String[] {LANGUAGES[random.nextInt(LANGUAGES.length)], "en"};
    }

    boolean sometimes(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <E extends Enum<E>> E one(Class<E> list) {
        E[] all = list.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    private <E extends Enum<E>> @Nullable E maybe(Class<E> list) {
        return sometimes(3) ? null : one(list);
    }

    <E extends Enum<E> & Code> CodeSet<E> some(Class<E> list, int atMost) {
        CodeSet<E> some = CodeSet.none(list);
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            some = some.with(one(list));
        }
        return some;
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
