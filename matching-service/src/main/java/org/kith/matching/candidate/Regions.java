package org.kith.matching.candidate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the text of a service area or an address says of country, region and time zone; from {@code geo/regions.csv}. */
final class Regions {
    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(?:-([A-Z0-9]{1,3}))?");
    private static final Map<String, String> CODES_BY_NAME = new HashMap<>();
    private static final Map<String, ZoneId> ZONES = new HashMap<>();

    /** HSDS gives a schedule a bare number of hours; in the United States it stands for a zone with summer time. */
    private static final Map<Integer, String> ZONES_OF_US =
            Map.of(-5, "America/New_York", -6, "America/Chicago", -7, "America/Denver", -8, "America/Los_Angeles");

    static {
        load();
        for (String name : new String[] {"USA", "U.S.", "NATIONWIDE US", "UNITED STATES OF AMERICA"}) {
            CODES_BY_NAME.put(name, "US");
        }
    }

    private Regions() {}

    /** Never fails: a text that names no country or region that we know keeps its name alone. */
    static ServiceArea area(String text) {
        String trimmed = text.strip();
        Matcher code = CODE.matcher(trimmed);
        if (code.matches()) {
            return new ServiceArea(code.group(1), code.group(2), trimmed);
        }
        String named = CODES_BY_NAME.get(trimmed.toUpperCase(Locale.ROOT));
        if (named == null) {
            return new ServiceArea(null, null, trimmed);
        }
        return new ServiceArea(named.substring(0, 2), named.length() > 2 ? named.substring(3) : null, trimmed);
    }

    /** The code of a region given as a code or in words, such as {@code MD}; empty where it is neither. */
    static Optional<String> region(@Nullable String country, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String named = CODES_BY_NAME.get(upper);
        if (named != null && named.length() > 3 && (country == null || named.startsWith(country))) {
            return Optional.of(named.substring(3));
        }
        return upper.matches("[A-Z0-9]{1,3}") ? Optional.of(upper) : Optional.empty();
    }

    /** Of a region, else of a country with one zone, else of the hours that a schedule gives. */
    static Optional<ZoneId> zone(@Nullable String country, @Nullable String region, @Nullable Integer offsetHours) {
        ZoneId zone = ZONES.get(country + "-" + region);
        if (zone == null) {
            zone = ZONES.get(String.valueOf(country));
        }
        if (zone == null && offsetHours != null && Math.abs(offsetHours) <= 14) {
            String summer = "US".equals(country) ? ZONES_OF_US.get(offsetHours) : null;
            zone = summer == null ? ZoneOffset.ofHours(offsetHours) : ZoneId.of(summer);
        }
        return Optional.ofNullable(zone);
    }

    private static void load() {
        try (InputStream in = Regions.class.getResourceAsStream("/geo/regions.csv")) {
            if (in == null) {
                throw new IllegalStateException("geo/regions.csv is not in this jar");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            lines.filter(line -> !line.startsWith("#")).forEach(Regions::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String line) {
        String[] cells = line.split(",", -1);
        CODES_BY_NAME.put(cells[1].toUpperCase(Locale.ROOT), cells[0]);
        if (!cells[2].isEmpty()) {
            ZONES.put(cells[0], ZoneId.of(cells[2]));
        }
    }
}
