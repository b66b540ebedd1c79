package org.kith.matching.candidate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing stands in the order of the index. What one can only go to, in one place, stands by the grid cell of that
 * place. The rest stands after it, by the country and region it is confined to, or before those when it is confined to
 * none.
 */
public final class CellKey {
    private static final double CELL_DEGREES = 0.25;
    private static final int LATITUDES = (int) (180 / CELL_DEGREES);
    private static final int LONGITUDES = (int) (360 / CELL_DEGREES);
    private static final double METERS_PER_DEGREE = 111_000;
    private static final long ANYWHERE = 1L << 40;
    private static final int REGION_BITS = 20;
    private static final int BASE = 37;

    private CellKey() {}

    /** Keys from {@code first} to {@code last}, both included. */
    public record Range(long first, long last) {}

    static long of(Candidate listing) {
        Whereabouts whereabouts = listing.whereabouts();
        boolean oneWayOnly = listing.isInPerson() && !listing.isRemote();
        if (oneWayOnly && whereabouts.places().size() == 1) {
            Place place = whereabouts.places().getFirst();
            return cell(row(place.latitude()), column(place.longitude()));
        }
        // With places and remote formats, or several places, it may be near whatever area it serves.
        boolean mayGoThere = listing.isInPerson() || listing.offer().formats().isEmpty();
        return mayGoThere && !whereabouts.places().isEmpty() ? ANYWHERE : territory(AreaSignature.of(whereabouts));
    }

    private static long territory(AreaSignature area) {
        if (!area.served().isEmpty()) {
            List<String> countries = area.served().stream()
                    .map(code -> code.substring(0, 2))
                    .distinct()
                    .toList();
            if (area.alsoNamed() || countries.size() > 1) {
                return ANYWHERE;
            }
            String only = area.served().getFirst();
            boolean oneRegion = area.served().size() == 1 && only.length() > 3;
            return territory(countries.getFirst(), oneRegion ? only.substring(3) : null);
        }
        String country = area.country();
        return country == null ? ANYWHERE : territory(country, area.alsoNamed() ? area.region() : null);
    }

    private static long territory(String country, @Nullable String region) {
        return ANYWHERE + (number(country) << REGION_BITS) + (region == null ? 0 : number(region));
    }

    /** Never 0; distinct for texts of up to three letters and digits, the same for none that matters longer. */
    private static long number(String text) {
        long number = 0;
        for (int i = 0; i < Math.min(3, text.length()); i++) {
            int digit = Character.digit(text.charAt(i), 36);
            number = number * BASE + (digit < 0 ? 36 : digit) + 1;
        }
        return number % (1L << REGION_BITS);
    }

    /**
     * All keys of listings that may be in reach; others are out of reach for certain.
     *
     * @param latitude null where the client's place is not known: then nothing is out of reach by distance
     */
    public static List<Range> inReach(
            @Nullable Double latitude,
            @Nullable Double longitude,
            int meters,
            @Nullable String country,
            @Nullable String region) {
        List<Range> ranges = new ArrayList<>();
        if (latitude == null || longitude == null) {
            ranges.add(new Range(0, ANYWHERE));
        } else {
            cells(latitude, longitude, meters, ranges);
            ranges.add(new Range(ANYWHERE, ANYWHERE));
        }
        if (country == null) {
            ranges.add(new Range(ANYWHERE + 1, Long.MAX_VALUE));
            return ranges;
        }
        long whole = ANYWHERE + (number(country) << REGION_BITS);
        if (region == null) {
            ranges.add(new Range(whole, whole + (1L << REGION_BITS) - 1));
        } else {
            ranges.add(new Range(whole, whole));
            ranges.add(new Range(whole + number(region), whole + number(region)));
        }
        return ranges;
    }

    private static void cells(double latitude, double longitude, int meters, List<Range> ranges) {
        double up = meters / METERS_PER_DEGREE + CELL_DEGREES / 10;
        int first = row(Math.max(-90, latitude - up));
        int last = row(Math.min(90, latitude + up));
        double highest = Math.min(90, Math.abs(latitude) + up);
        double narrow = Math.cos(Math.toRadians(highest));
        double aside = narrow < 0.01 ? 360 : up / narrow;
        for (int row = first; row <= last; row++) {
            if (aside >= 180) {
                ranges.add(new Range(cell(row, 0), cell(row, LONGITUDES - 1)));
                continue;
            }
            double west = longitude - aside;
            double east = longitude + aside;
            ranges.add(new Range(cell(row, column(Math.max(-180, west))), cell(row, column(Math.min(180, east)))));
            if (west < -180) {
                ranges.add(new Range(cell(row, column(west + 360)), cell(row, LONGITUDES - 1)));
            }
            if (east > 180) {
                ranges.add(new Range(cell(row, 0), cell(row, column(east - 360))));
            }
        }
    }

    private static long cell(int row, int column) {
        return (long) row * LONGITUDES + column;
    }

    private static int row(double latitude) {
        return Math.min(LATITUDES - 1, (int) ((latitude + 90) / CELL_DEGREES));
    }

    private static int column(double longitude) {
        return Math.min(LONGITUDES - 1, (int) ((longitude + 180) / CELL_DEGREES));
    }
}
