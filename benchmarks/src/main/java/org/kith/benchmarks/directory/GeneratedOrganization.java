package org.kith.benchmarks.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.OrganizationTree;

/** One organization of a {@link GeneratedDirectory}, with its places and services. */
final class GeneratedOrganization {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final List<String> BODIES = List.of(
            "Community Services",
            "Foundation",
            "Center",
            "Health",
            "Alliance",
            "Ministries",
            "Family Services",
            "Association",
            "Counseling Center",
            "Outreach",
            "House",
            "Network",
            "Coalition",
            "Partners");

    private GeneratedOrganization() {}

    static OrganizationTree of(long seed, int number, int services) {
        Chance chance = new Chance(seed, number);
        Town town = Geography.standard().anywhere(chance);
        String name = name(chance, town);
        Organization organization = organization(chance, name, town);
        List<Location> locations = new ArrayList<>();
        for (int i = 0; i < Math.max(1, services / 3); i++) {
            locations.add(GeneratedPlace.of(chance, organization, i == 0 ? town : near(chance, town), i));
        }
        List<Listing> listings = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            // Most organizations do one kind of thing, and something besides.
            KindProfile profile = KindProfile.any(chance);
            GeneratedService service = new GeneratedService(chance, organization, name, town, profile);
            if (chance.of(.01)) {
                Location shelter = GeneratedPlace.confidential(chance, organization, town);
                locations.add(shelter);
                listings.add(service.confidentialAt(shelter));
            } else {
                listings.add(service.at(locations.get(i % locations.size())));
            }
        }
        return new OrganizationTree(
                Objects.requireNonNull(organization.id()), organization, locations, listings, List.of());
    }

    private static Town near(Chance chance, Town town) {
        return new Town(
                town.name(),
                town.state(),
                town.latitude() + chance.around(0, .03),
                town.longitude() + chance.around(0, .03),
                town.postalCode());
    }

    private static String name(Chance chance, Town town) {
        String body = chance.zipf(BODIES);
        return switch (chance.between(0, 3)) {
            case 0 -> town.name() + " " + body;
            case 1 -> chance.zipf(LEXICON.properNames()) + " " + body;
            case 2 ->
                capital(chance.zipf(LEXICON.words("adjectives"))) + " " + capital(chance.zipf(LEXICON.words("nouns")))
                        + " " + body;
            default -> "Saint " + chance.zipf(LEXICON.properNames()) + " " + body;
        };
    }

    private static Organization organization(Chance chance, String name, Town town) {
        return Organization.with(o -> {
            o.id = chance.id();
            o.name = name;
            o.description =
                    Prose.description(chance, name, chance.oneOf("support", "health", "family", "community"), town);
            o.website = chance.of(.7) ? "https://www." + host(name) + ".example.org/" : null;
            o.email = chance.of(.5) ? "info@" + host(name) + ".example.org" : null;
            o.yearIncorporated = chance.of(.4) ? chance.between(1890, 2024) : null;
            o.phones = List.of(GeneratedPlace.phone(chance));
        });
    }

    static String host(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
