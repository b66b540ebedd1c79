package org.kith.benchmarks.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kith.directory.hsds.CostOption;
import org.kith.directory.hsds.Language;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Schedule;
import org.kith.directory.hsds.ServiceArea;
import org.kith.directory.hsds.ServiceAtLocation;

/** One service of an organization. */
final class GeneratedService {
    /** Verified before or after this day, so that some are stale; fixed, or a seed would not be enough. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final List<String> LANGUAGES =
            List.of("es", "zh", "vi", "ko", "ar", "ru", "fr", "ht", "so", "am", "pt");
    private static final List<String> AUDIENCES = List.of(
            "families",
            "people_with_addiction",
            "people_with_mental_illness",
            "older_adults",
            "parents",
            "women",
            "children",
            "teens",
            "veterans",
            "caregivers",
            "men",
            "students",
            "immigrant",
            "disabled",
            "young_adults",
            "reentry",
            "lgbtq",
            "survivors_dv",
            "spanish_speaking",
            "bereaved",
            "black",
            "refugee",
            "deaf",
            "rural");

    private final Chance chance;
    private final Organization organization;
    private final String provider;
    private final Town town;
    private final KindProfile profile;
    private final UUID id;
    private final Terms terms;

    GeneratedService(Chance chance, Organization organization, String provider, Town town, KindProfile profile) {
        this.chance = chance;
        this.organization = organization;
        this.provider = provider;
        this.town = town;
        this.profile = profile;
        this.id = chance.id();
        this.terms = new Terms(id, "service");
    }

    Listing at(Location location) {
        boolean remote = chance.of(profile.remote());
        terms.add("format", remote ? remoteFormat() : "in_person");
        return listing(remote ? List.of() : List.of(place(location)));
    }

    Listing confidentialAt(Location shelter) {
        terms.add("feature", "confidential_location").add("format", "in_person");
        return listing(List.of(place(shelter)));
    }

    private String remoteFormat() {
        return switch (profile.kind()) {
            case "online_community" -> chance.oneOf("forum", "text_chat");
            case "helpline", "crisis_line", "warmline" -> "phone";
            default -> chance.oneOf("video", "video", "phone");
        };
    }

    private ServiceAtLocation place(Location location) {
        return ServiceAtLocation.with(s -> {
            s.id = chance.id();
            s.serviceId = id;
            s.locationId = location.id();
        });
    }

    private Listing listing(List<ServiceAtLocation> places) {
        String need = chance.zipf(profile.needs());
        codes(need);
        return Listing.with(l -> {
            l.id = id;
            l.organizationId = organization.id();
            l.name = name(need);
            l.description = Prose.description(chance, provider, need, town);
            l.url = chance.of(.4)
                    ? "https://www." + GeneratedOrganization.host(provider) + ".example.org/" + chance.between(1, 99)
                    : null;
            l.email = chance.of(.3) ? "contact@" + GeneratedOrganization.host(provider) + ".example.org" : null;
            l.status = chance.of(.985) ? "active" : "inactive";
            l.applicationProcess = chance.of(.5) ? Prose.sentence(chance, need) : null;
            l.feesDescription = chance.of(.3) ? "Fees depend on income." : null;
            l.eligibilityDescription = chance.of(.4) ? Prose.sentence(chance, need) : null;
            ages(l);
            verified(l);
            l.phones = GeneratedPlace.phones(chance);
            l.schedules = schedules();
            l.languages = languages();
            l.costOptions = costs();
            l.serviceAreas = chance.of(.3) ? List.of(area()) : List.of();
            l.serviceAtLocations = places;
            l.attributes = terms.list();
        });
    }

    private String name(String need) {
        String title = chance.zipf(profile.titles());
        return switch (chance.between(0, 4)) {
            case 0 -> title;
            case 1 -> town.name() + " " + title;
            case 2 -> GeneratedOrganization.capital(need.replace('_', ' ')) + " " + title;
            case 3 -> chance.zipf(Lexicon.standard().properNames()) + " " + title;
            default ->
                title + " for "
                        + GeneratedOrganization.capital(
                                chance.zipf(Lexicon.standard().words("nouns")));
        };
    }

    private void codes(String need) {
        terms.add("kind", profile.kind())
                .add("need", need)
                .add("support_type", profile.supportTypes().getFirst());
        if (chance.of(.4)) {
            terms.add("need", chance.zipf(profile.needs()));
        }
        if (profile.supportTypes().size() > 1 && chance.of(.3)) {
            terms.add("support_type", profile.supportTypes().get(1));
        }
        for (int i = chance.between(0, 3); i > 0; i--) {
            terms.add("feature", chance.zipf(profile.features()));
        }
        if (chance.of(.4)) {
            terms.add("audience", chance.zipf(AUDIENCES))
                    .add("audience_mode", chance.oneOf("focused", "focused", "exclusive", "welcoming"));
        }
        if (profile.kind().equals("faith_org")) {
            terms.add(
                    "faith_tradition",
                    chance.zipf(List.of("christian", "baptist", "catholic", "islam", "judaism", "buddhist")));
        }
        if (chance.of(.6)) {
            terms.add("cost", chance.zipf(List.of("free", "sliding", "insurance", "low", "fee", "donation")));
        }
        if (chance.of(.02)) {
            terms.add("interpreter", "interpreter", chance.zipf(LANGUAGES));
        }
    }

    private void ages(Listing.Draft listing) {
        switch (chance.between(0, 9)) {
            case 0, 1, 2 -> listing.minimumAge = BigDecimal.valueOf(18);
            case 3 -> {
                listing.minimumAge = BigDecimal.valueOf(chance.between(0, 13));
                listing.maximumAge = BigDecimal.valueOf(chance.between(14, 25));
            }
            case 4 -> listing.minimumAge = BigDecimal.valueOf(chance.between(50, 65));
            default -> {}
        }
    }

    /** A fifth never, a tenth long ago, the others in the last two years. */
    private void verified(Listing.Draft listing) {
        if (chance.of(.8)) {
            int days = chance.of(.12) ? chance.between(800, 3000) : chance.between(0, 600);
            listing.assuredDate = TODAY.minusDays(days);
            listing.assurerEmail = "verify@example.org";
        }
    }

    private List<Schedule> schedules() {
        if (chance.of(.3)) {
            return List.of();
        }
        if (profile.kind().equals("crisis_line")) {
            return List.of(always());
        }
        if (terms.list().size() % 2 == 0) {
            int evening = chance.between(17, 19);
            return List.of(
                    GeneratedPlace.weekly(chance, chance.oneOf("MO", "TU", "WE", "TH", "SA"), evening, evening + 1));
        }
        return List.of(GeneratedPlace.weekly(chance, "MO,TU,WE,TH,FR", chance.between(7, 10), chance.between(15, 19)));
    }

    private Schedule always() {
        return Schedule.with(s -> {
            s.id = chance.id();
            s.freq = "WEEKLY";
            s.byday = "MO,TU,WE,TH,FR,SA,SU";
            s.opensAt = "00:00";
            s.closesAt = "23:59";
        });
    }

    private List<Language> languages() {
        if (chance.of(.6)) {
            return List.of();
        }
        return chance.of(.5) ? List.of(language("en")) : List.of(language("en"), language(chance.zipf(LANGUAGES)));
    }

    private Language language(String code) {
        return Language.with(l -> {
            l.id = chance.id();
            l.code = code;
        });
    }

    private List<CostOption> costs() {
        if (chance.of(.9)) {
            return List.of();
        }
        return List.of(CostOption.with(c -> {
            c.id = chance.id();
            c.amount = BigDecimal.valueOf(5L * chance.between(1, 30));
            c.currency = "USD";
            c.amountDescription = "a visit";
        }));
    }

    private ServiceArea area() {
        return ServiceArea.with(a -> {
            a.id = chance.id();
            a.name = town.name() + ", " + town.state();
        });
    }
}
