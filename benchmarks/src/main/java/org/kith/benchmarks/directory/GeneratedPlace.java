package org.kith.benchmarks.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kith.directory.hsds.Accessibility;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Phone;
import org.kith.directory.hsds.Schedule;

/** Where services are given. */
final class GeneratedPlace {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final String WORKDAYS = "MO,TU,WE,TH,FR";

    private GeneratedPlace() {}

    static Location of(Chance chance, Organization organization, Town town, int nth) {
        return Location.with(l -> {
            l.id = chance.id();
            l.organizationId = organization.id();
            l.locationType = "physical";
            l.name = organization.name()
                    + (nth == 0 ? "" : " " + GeneratedOrganization.capital(chance.zipf(LEXICON.words("places"))));
            // Three digits are a street, and what a map service gives.
            l.latitude = rounded(chance.around(town.latitude(), .02));
            l.longitude = rounded(chance.around(town.longitude(), .02));
            l.addresses = List.of(address(chance, town));
            l.accessibility = chance.of(.3) ? List.of(accessibility(chance)) : List.of();
            l.transportation = chance.of(.2) ? "Bus " + chance.between(1, 99) + " stops at the door." : null;
            l.schedules = chance.of(.3)
                    ? List.of(weekly(chance, WORKDAYS, 8 + chance.between(0, 2), 16 + chance.between(0, 2)))
                    : List.of();
        });
    }

    static Location confidential(Chance chance, Organization organization, Town town) {
        Location shelter = of(chance, organization, town, 0);
        return shelter.but(l -> {
            l.name = "Safe house " + chance.between(1, 9);
            l.attributes = new Terms(Objects.requireNonNull(shelter.id()), "location")
                    .add("feature", "confidential_location")
                    .list();
        });
    }

    static Phone phone(Chance chance) {
        return Phone.with(p -> {
            p.id = chance.id();
            // The exchange 555 belongs to nobody.
            p.number = "+1 %d 555 %04d".formatted(chance.between(201, 989), chance.between(0, 9999));
            p.type = "voice";
            p.extension = chance.of(.05) ? (long) chance.between(1, 999) : null;
        });
    }

    static List<Phone> phones(Chance chance) {
        List<Phone> phones = new ArrayList<>(List.of(phone(chance)));
        if (chance.of(.15)) {
            phones.add(phone(chance));
        }
        return phones;
    }

    static Schedule weekly(Chance chance, String days, int opens, int closes) {
        return Schedule.with(s -> {
            s.id = chance.id();
            s.freq = "WEEKLY";
            s.byday = days;
            s.opensAt = "%02d:%s".formatted(opens, chance.oneOf("00", "00", "30"));
            s.closesAt = "%02d:00".formatted(closes + 1);
        });
    }

    private static Address address(Chance chance, Town town) {
        return Address.with(a -> {
            a.id = chance.id();
            a.address1 = chance.between(1, 9900) + " " + chance.zipf(LEXICON.words("streets")) + " "
                    + chance.oneOf("Street", "Avenue", "Road");
            a.city = town.name();
            a.stateProvince = town.state();
            a.postalCode = town.postalCode();
            a.country = "US";
            a.addressType = "physical";
        });
    }

    private static Accessibility accessibility(Chance chance) {
        return new Accessibility(chance.id(), null, "Wheelchair accessible", null, null, List.of(), List.of());
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
