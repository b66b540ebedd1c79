package org.kith.directory.imports.repair;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and moments. "3/4/2020" may be March or April, and is left out. */
public final class Dates {
    private static final Pattern ISO_START = Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?$");
    private static final Pattern SLASHED = Pattern.compile("^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:[ T].*)?$");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MONTH =
            "((?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?|january|february|march|april|may|june|july|august|september|october|november|december)";
    /** "4 March 2020", "04-Mar-2020", "March 4th, 2020". */
    private static final Pattern NAMED = Pattern.compile(
            "^(?:(\\d{1,2})(?:st|nd|rd|th)?[ -]+" + MONTH + "|" + MONTH
                    + "[ -]+(\\d{1,2})(?:st|nd|rd|th)?),?[ -]+(\\d{4})$",
            Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /** An ISO day, or null when the text is none or could be two. */
    public static @Nullable String readDay(String raw) {
        String text = raw.strip();
        try {
            Matcher iso = ISO_START.matcher(text);
            if (iso.matches()) {
                return day(iso.group(1), iso.group(2), iso.group(3));
            }
            Matcher named = NAMED.matcher(text);
            if (named.matches()) {
                String month = named.group(2) == null ? named.group(3) : named.group(2);
                String day = named.group(1) == null ? named.group(4) : named.group(1);
                int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
                return day(named.group(5), Integer.toString(number), day);
            }
            if (text.matches("\\d{8}")) {
                return day(text.substring(0, 4), text.substring(4, 6), text.substring(6));
            }
            Matcher slashed = SLASHED.matcher(text);
            if (!slashed.matches()) {
                return null;
            }
            int first = Integer.parseInt(slashed.group(1));
            int second = Integer.parseInt(slashed.group(2));
            if (first > 12 || first == second) {
                return day(slashed.group(3), slashed.group(2), slashed.group(1));
            }
            return second > 12 ? day(slashed.group(3), slashed.group(1), slashed.group(2)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A moment in UTC; one without a zone is taken as UTC. */
    public static @Nullable String readMoment(String raw) {
        String text = raw.strip()
                .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (\\d)", "$1T$2")
                .replaceFirst(" UTC$", "Z");
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException notWithOffset) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toString();
            } catch (DateTimeException notATime) {
                String day = readDay(text);
                Instant start = day == null
                        ? null
                        : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
                return start == null ? null : start.toString();
            }
        }
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .toString();
    }
}
