package org.kith.directory.hours;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Location;

/** Time zones of places, by the region and country of their address; from {@code hours/zones.csv}. */
public final class Zones {
    /** Stands for the zone of the directory. */
    public static final String DIRECTORY = "";

    private static final Instant WINTER = Instant.parse("2026-01-15T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-15T00:00:00Z");

    private static final Map<String, ZoneId> BY_REGION = load();
    private static final List<String> KNOWN =
            BY_REGION.values().stream().map(ZoneId::getId).distinct().sorted().toList();

    private Zones() {}

    /** Every zone that a place can be found to be in. */
    public static Collection<String> known() {
        return KNOWN;
    }

    /** Of a place that may be seen; a confidential one has no address here and so no zone of its own. */
    static Optional<ZoneId> of(@Nullable Location location) {
        if (location == null) {
            return Optional.empty();
        }
        return location.addresses().stream()
                .flatMap(address -> of(address).stream())
                .findFirst();
    }

    static boolean observes(ZoneId zone, ZoneOffset offset) {
        ZoneRules rules = zone.getRules();
        return rules.getOffset(WINTER).equals(offset) || rules.getOffset(SUMMER).equals(offset);
    }

    private static Optional<ZoneId> of(Address address) {
        String country = upper(address.country());
        ZoneId region = BY_REGION.get(country + "-" + upper(address.stateProvince()));
        return Optional.ofNullable(region == null ? BY_REGION.get(country) : region);
    }

    private static Map<String, ZoneId> load() {
        try (InputStream in = Zones.class.getResourceAsStream("/hours/zones.csv")) {
            if (in == null) {
                throw new IllegalStateException("hours/zones.csv is not in this jar");
            }
            Map<String, ZoneId> zones = new HashMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> {
                        ZoneId zone = ZoneId.of(cells[2]);
                        String country = cells[0].substring(0, 2);
                        zones.put(cells[0], zone);
                        zones.put(cells[0].length() == 2 ? upper(cells[1]) : country + "-" + upper(cells[1]), zone);
                    });
            return Map.copyOf(zones);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String upper(@Nullable String text) {
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }
}
