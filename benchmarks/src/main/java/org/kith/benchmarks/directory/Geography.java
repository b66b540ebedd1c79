package org.kith.benchmarks.directory;

import java.util.ArrayList;
import java.util.List;

/** Some 2,400 towns around forty big cities: where many live there are many, and most live in few. */
final class Geography {
    private static final int TOWNS_AROUND = 60;
    /** State, first digits of postal codes, latitude, longitude, millions of people: facts about the largest areas. */
    private static final List<Metropolis> CITIES = List.of(
            new Metropolis("NY", 100, 40.71, -74.01, 19.5),
            new Metropolis("CA", 900, 34.05, -118.24, 12.9),
            new Metropolis("IL", 606, 41.88, -87.63, 9.3),
            new Metropolis("TX", 752, 32.78, -96.80, 7.9),
            new Metropolis("TX", 770, 29.76, -95.37, 7.3),
            new Metropolis("DC", 200, 38.91, -77.04, 6.3),
            new Metropolis("PA", 191, 39.95, -75.17, 6.2),
            new Metropolis("FL", 331, 25.76, -80.19, 6.1),
            new Metropolis("GA", 303, 33.75, -84.39, 6.2),
            new Metropolis("AZ", 850, 33.45, -112.07, 5.0),
            new Metropolis("MA", 21, 42.36, -71.06, 4.9),
            new Metropolis("CA", 941, 37.77, -122.42, 4.6),
            new Metropolis("CA", 925, 33.95, -117.40, 4.7),
            new Metropolis("MI", 482, 42.33, -83.05, 4.3),
            new Metropolis("WA", 981, 47.61, -122.33, 4.0),
            new Metropolis("MN", 554, 44.98, -93.27, 3.7),
            new Metropolis("CA", 921, 32.72, -117.16, 3.3),
            new Metropolis("FL", 336, 27.95, -82.46, 3.3),
            new Metropolis("CO", 802, 39.74, -104.99, 3.0),
            new Metropolis("MD", 212, 39.29, -76.61, 2.8),
            new Metropolis("MO", 631, 38.63, -90.20, 2.8),
            new Metropolis("FL", 328, 28.54, -81.38, 2.8),
            new Metropolis("NC", 282, 35.23, -80.84, 2.8),
            new Metropolis("TX", 782, 29.42, -98.49, 2.7),
            new Metropolis("OR", 972, 45.52, -122.68, 2.5),
            new Metropolis("TX", 787, 30.27, -97.74, 2.4),
            new Metropolis("PA", 152, 40.44, -80.00, 2.3),
            new Metropolis("NV", 891, 36.17, -115.14, 2.3),
            new Metropolis("OH", 452, 39.10, -84.51, 2.3),
            new Metropolis("MO", 641, 39.10, -94.58, 2.2),
            new Metropolis("OH", 432, 39.96, -83.00, 2.2),
            new Metropolis("IN", 462, 39.77, -86.16, 2.1),
            new Metropolis("OH", 441, 41.50, -81.69, 2.1),
            new Metropolis("TN", 372, 36.16, -86.78, 2.1),
            new Metropolis("VA", 234, 36.85, -75.98, 1.8),
            new Metropolis("WI", 532, 43.04, -87.91, 1.6),
            new Metropolis("OK", 731, 35.47, -97.52, 1.5),
            new Metropolis("LA", 701, 29.95, -90.07, 1.2),
            new Metropolis("UT", 841, 40.76, -111.89, 1.3),
            new Metropolis("NM", 871, 35.08, -106.65, .9));

    private static final Geography STANDARD = new Geography();

    private record Metropolis(String state, int postal, double latitude, double longitude, double millions) {}

    private final List<Town> towns = new ArrayList<>();
    private final double[] people;

    private Geography() {
        Chance chance = new Chance(11, 11);
        List<String> names = Lexicon.standard().properNames();
        people = new double[CITIES.size() * TOWNS_AROUND];
        double sum = 0;
        for (int c = 0; c < CITIES.size(); c++) {
            Metropolis city = CITIES.get(c);
            for (int t = 0; t < TOWNS_AROUND; t++) {
                String name = names.get((towns.size() * 7) % 5_000);
                String full = t % 5 == 4 ? name + " " + chance.oneOf("Heights", "Falls", "Springs", "Park") : name;
                // The city itself, suburbs, and the country around, ever thinner.
                double spread = t == 0 ? 0 : .08 + t * .015;
                towns.add(new Town(
                        full,
                        city.state(),
                        chance.around(city.latitude(), spread),
                        chance.around(city.longitude(), spread),
                        "%03d%02d".formatted(city.postal(), t)));
                sum += city.millions() / (t + 2.0);
                people[towns.size() - 1] = sum;
            }
        }
    }

    static Geography standard() {
        return STANDARD;
    }

    List<Town> towns() {
        return towns;
    }

    /** Where somebody lives. */
    Town anywhere(Chance chance) {
        return towns.get(chance.weighted(people));
    }
}
