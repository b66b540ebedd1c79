package org.kith.matching.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether a listing serves a country or a region; few listings differ in it, so that the index asks
 * each signature once.
 *
 * @param served sorted codes such as {@code US} or {@code US-MD}
 * @param alsoNamed it names an area besides that we have no code for, such as a county
 * @param country of its address
 * @param region of its address, without the country
 */
public record AreaSignature(
        List<String> served,
        boolean alsoNamed,
        @Nullable String country,
        @Nullable String region) {

    /** Whether an area is served, as far as one can tell. */
    public enum Served {
        YES,
        UNKNOWN,
        NO
    }

    public static AreaSignature of(Whereabouts whereabouts) {
        TreeSet<String> served = new TreeSet<>();
        boolean named = false;
        for (ServiceArea area : whereabouts.areas()) {
            if (area.country() == null) {
                named = true;
            } else {
                served.add(area.region() == null ? area.country() : area.country() + "-" + area.region());
            }
        }
        return new AreaSignature(new ArrayList<>(served), named, whereabouts.country(), whereabouts.region());
    }

    /** Areas that have a code decide; else a named area lies where the address is; else the country is served. */
    public Served serves(@Nullable String clientCountry, @Nullable String clientRegion) {
        if (clientCountry == null) {
            return Served.UNKNOWN;
        }
        if (!served.isEmpty()) {
            return servedByCode(clientCountry, clientRegion);
        }
        if (country == null) {
            return Served.UNKNOWN;
        }
        if (!country.equals(clientCountry)) {
            return Served.NO;
        }
        if (!alsoNamed) {
            return Served.YES;
        }
        return region != null && clientRegion != null && !region.equals(clientRegion) ? Served.NO : Served.UNKNOWN;
    }

    private boolean servesPartOf(String clientCountry) {
        for (String code : served) {
            if (code.length() > 3 && code.startsWith(clientCountry)) {
                return true;
            }
        }
        return false;
    }

    private Served servedByCode(String clientCountry, @Nullable String clientRegion) {
        if (served.contains(clientCountry)
                || (clientRegion != null && served.contains(clientCountry + "-" + clientRegion))) {
            return Served.YES;
        }
        return alsoNamed || (clientRegion == null && servesPartOf(clientCountry)) ? Served.UNKNOWN : Served.NO;
    }
}
