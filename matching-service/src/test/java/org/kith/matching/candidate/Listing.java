package org.kith.matching.candidate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.Tradition;

/** Listings for tests: a plain, open, general support group in Baltimore, unless a test says otherwise. */
public final class Listing {
    public static final LocalDate VERIFIED = LocalDate.of(2026, 11, 1);
    public static final double LATITUDE = 39.29;
    public static final double LONGITUDE = -76.61;

    private UUID id = new UUID(1, 1);
    private String name = "Circle";
    private @Nullable OrganizationRef organization;
    private boolean coded = true;
    private @Nullable Kind kind = Kind.SUPPORT_GROUP;
    private CodeSet<Need> needs = CodeSet.of(Need.GRIEF);
    private List<String> topics = List.of();
    private CodeSet<SupportType> types = CodeSet.of(SupportType.EMOTIONAL);
    private CodeSet<Format> formats = CodeSet.of(Format.IN_PERSON);
    private @Nullable GroupSize size = GroupSize.SMALL;
    private CodeSet<Feature> features = CodeSet.none(Feature.class);
    private CodeSet<Approach> approaches = CodeSet.none(Approach.class);
    private @Nullable Cost cost = Cost.FREE;
    private Capacity capacity = Capacity.OPEN;
    private @Nullable Integer waitDays;
    private CodeSet<Audience> audiences = CodeSet.none(Audience.class);
    private AudienceMode mode = AudienceMode.GENERAL;
    private @Nullable Integer minimumAge;
    private @Nullable Integer maximumAge;
    private CodeSet<Gender> openTo = CodeSet.of(Gender.ANY);
    private @Nullable Tradition tradition;
    private @Nullable ReligiousContent content;
    private Affirming affirming = Affirming.YES;
    private CodeSet<Requirement> requires = CodeSet.none(Requirement.class);
    private boolean requiresUnclear;
    private List<String> languages = List.of("en");
    private List<String> interpreters = List.of();
    private ListingStatus status = ListingStatus.ACTIVE;
    private @Nullable LocalDate assured = VERIFIED;
    private CodeSet<Flag> flags = CodeSet.none(Flag.class);
    private List<Place> places = List.of(new Place(LATITUDE, LONGITUDE));
    private @Nullable String country = "US";
    private @Nullable String region = "MD";
    private List<ServiceArea> areas = List.of();
    private List<Opening> openings = List.of();

    private Listing() {}

    public static Listing group() {
        return new Listing();
    }

    /** A line by phone for the whole country, one to one. */
    public static Listing line() {
        return group().kind(Kind.HELPLINE).remote(Format.PHONE).size(null).area("US", null);
    }

    /** Nothing but a name, a status and a place. */
    public static Listing uncoded() {
        Listing bare = group().kind(null)
                .size(null)
                .cost(null)
                .affirming(Affirming.UNKNOWN)
                .speaks();
        bare.coded = false;
        bare.needs = CodeSet.none(Need.class);
        bare.types = CodeSet.none(SupportType.class);
        bare.openTo = CodeSet.none(Gender.class);
        bare.capacity = Capacity.UNKNOWN;
        return bare;
    }

    public Listing id(long number) {
        id = new UUID(number, number * 31);
        return this;
    }

    public Listing name(String name) {
        this.name = name;
        return this;
    }

    public Listing of(String organization) {
        this.organization = new OrganizationRef(organization, "Organization " + organization);
        return this;
    }

    public Listing kind(@Nullable Kind kind) {
        this.kind = kind;
        return this;
    }

    public Listing needs(Need first, Need... others) {
        needs = CodeSet.of(first, others);
        return this;
    }

    public Listing needs(CodeSet<Need> needs) {
        this.needs = needs;
        return this;
    }

    public Listing topics(String... topics) {
        this.topics = List.copyOf(new TreeSet<>(List.of(topics)));
        return this;
    }

    public Listing gives(SupportType first, SupportType... others) {
        types = CodeSet.of(first, others);
        return this;
    }

    public Listing gives(CodeSet<SupportType> types) {
        this.types = types;
        return this;
    }

    public Listing formats(Format first, Format... others) {
        formats = CodeSet.of(first, others);
        return this;
    }

    public Listing formats(CodeSet<Format> formats) {
        this.formats = formats;
        return this;
    }

    public Listing remote(Format first, Format... others) {
        places = List.of();
        return formats(first, others);
    }

    public Listing size(@Nullable GroupSize size) {
        this.size = size;
        return this;
    }

    public Listing features(Feature first, Feature... others) {
        features = CodeSet.of(first, others);
        return this;
    }

    public Listing features(CodeSet<Feature> features) {
        this.features = features;
        return this;
    }

    public Listing approach(Approach approach) {
        approaches = approaches.with(approach);
        return this;
    }

    public Listing cost(@Nullable Cost cost) {
        this.cost = cost;
        return this;
    }

    public Listing capacity(Capacity capacity, @Nullable Integer waitDays) {
        this.capacity = capacity;
        this.waitDays = waitDays;
        return this;
    }

    public Listing audience(AudienceMode mode, Audience first, Audience... others) {
        return audience(mode, CodeSet.of(first, others));
    }

    public Listing audience(AudienceMode mode, CodeSet<Audience> audiences) {
        this.mode = mode;
        this.audiences = audiences;
        return this;
    }

    public Listing ages(@Nullable Integer minimum, @Nullable Integer maximum) {
        minimumAge = minimum;
        maximumAge = maximum;
        return this;
    }

    public Listing openTo(Gender... genders) {
        openTo = CodeSet.of(Gender.class, List.of(genders));
        return this;
    }

    public Listing faith(@Nullable Tradition tradition, @Nullable ReligiousContent content) {
        this.tradition = tradition;
        this.content = content;
        return this;
    }

    public Listing affirming(Affirming affirming) {
        this.affirming = affirming;
        return this;
    }

    public Listing requires(Requirement first, Requirement... others) {
        requires = CodeSet.of(first, others);
        return this;
    }

    public Listing requires(CodeSet<Requirement> requires, boolean unclear) {
        this.requires = requires;
        requiresUnclear = unclear;
        return this;
    }

    public Listing speaks(String... languages) {
        this.languages = List.copyOf(new TreeSet<>(List.of(languages)));
        return this;
    }

    public Listing interprets(String... languages) {
        interpreters = List.copyOf(new TreeSet<>(List.of(languages)));
        return this;
    }

    public Listing status(ListingStatus status) {
        this.status = status;
        return this;
    }

    public Listing assured(@Nullable LocalDate assured) {
        this.assured = assured;
        return this;
    }

    public Listing flag(Flag flag) {
        flags = flags.with(flag);
        return this;
    }

    public Listing at(double latitude, double longitude) {
        places = List.of(new Place(latitude, longitude));
        return this;
    }

    /** So many kilometres north of the usual place. */
    public Listing away(double kilometers) {
        return at(LATITUDE + kilometers / 111.195, LONGITUDE);
    }

    public Listing places(List<Place> places) {
        this.places = places;
        return this;
    }

    public Listing home(@Nullable String country, @Nullable String region) {
        this.country = country;
        this.region = region;
        return this;
    }

    public Listing area(@Nullable String country, @Nullable String region) {
        List<ServiceArea> more = new ArrayList<>(areas);
        more.add(new ServiceArea(country, region, "an area"));
        areas = List.copyOf(more);
        return this;
    }

    public Listing alwaysOpen() {
        openings = OpeningsDecoder.openings(new com.fasterxml.jackson.databind.ObjectMapper()
                .createArrayNode()
                .add(new com.fasterxml.jackson.databind.ObjectMapper()
                        .createObjectNode()
                        .put("opens_at", "00:00")
                        .put("closes_at", "23:59")));
        return this;
    }

    public Candidate build() {
        return new Candidate(
                id,
                name,
                organization,
                coded,
                new Offer(kind, needs, topics, types, formats, size, features, approaches, cost, capacity, waitDays),
                new Welcome(
                        audiences,
                        mode,
                        minimumAge,
                        maximumAge,
                        openTo,
                        tradition,
                        content,
                        affirming,
                        requires,
                        requiresUnclear,
                        languages,
                        interpreters),
                new Standing(status, assured, flags),
                new Whereabouts(
                        places, features.has(Feature.CONFIDENTIAL_LOCATION), country, region, null, null, null, areas),
                new Hours(openings, ZoneId.of("America/New_York"), OpeningsDecoder.times(features, openings)),
                new Contact(List.of(), null, null));
    }
}
