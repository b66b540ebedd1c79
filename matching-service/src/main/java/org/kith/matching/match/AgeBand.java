package org.kith.matching.match;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An age said roughly: years from and to, both included. */
record AgeBand(int from, int to) {
    static final String EXPECTED =
            "Expected child, teen, young_adult, adult, older_adult, or years such as 13-17 or 65+.";

    private static final int OLDEST = 120;
    private static final Map<String, AgeBand> NAMED = Map.of(
            "child", new AgeBand(0, 12),
            "teen", new AgeBand(13, 17),
            "young_adult", new AgeBand(18, 25),
            "adult", new AgeBand(18, OLDEST),
            "older_adult", new AgeBand(60, OLDEST));
    private static final Pattern YEARS = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|\\+)");

    static boolean isKnown(String text) {
        return parse(text).isPresent();
    }

    static Optional<AgeBand> parse(String text) {
        AgeBand named = NAMED.get(text);
        if (named != null) {
            return Optional.of(named);
        }
        Matcher years = YEARS.matcher(text);
        if (!years.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(years.group(1));
        int to = years.group(2) == null ? OLDEST : Integer.parseInt(years.group(2));
        return from <= to && to <= OLDEST ? Optional.of(new AgeBand(from, to)) : Optional.empty();
    }
}
