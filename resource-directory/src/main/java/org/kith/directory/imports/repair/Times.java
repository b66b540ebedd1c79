package org.kith.directory.imports.repair;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day as people type them, read as {@code HH:mm}. */
public final class Times {
    private static final Pattern ISO = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?(?:[:.]\\d{2})?\\s*([ap]\\.?\\s?m?\\.?|m)?");

    private Times() {}

    /** Whether the time needs no reading at all. */
    static boolean isIso(String raw) {
        return ISO.matcher(raw).matches();
    }

    /**
     * @param opening whether this is when something opens: "8:00m" then lost the "a" of "am", while a closing time may
     *     have lost either letter
     * @return the time, or null when nobody can be sure
     */
    public static @Nullable String read(String raw, boolean opening) {
        String text = raw.strip().toLowerCase(Locale.ROOT);
        if (isIso(text.toUpperCase(Locale.ROOT))) {
            return text.toUpperCase(Locale.ROOT);
        }
        switch (text) {
            case "noon", "12 noon", "12noon", "12:00 noon", "midday" -> {
                return "12:00";
            }
            case "midnight", "12 midnight", "12:00 midnight" -> {
                return opening ? "00:00" : "23:59";
            }
            case "24:00", "24:00:00", "2400" -> {
                return opening ? "00:00" : "23:59";
            }
            default -> {
                return typed(text, opening);
            }
        }
    }

    private static @Nullable String typed(String text, boolean opening) {
        Matcher matcher = TYPED.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        String half = matcher.group(3) == null ? "" : matcher.group(3).replaceAll("[.\\s]", "");
        if (hour > 23 || minute > 59) {
            return null;
        }
        return switch (half.isEmpty() ? ' ' : half.charAt(0)) {
            case 'a' -> hour > 12 ? null : clock(hour % 12, minute);
            case 'p' -> hour > 12 ? clock(hour, minute) : clock(hour % 12 + 12, minute);
            case 'm' -> opening && hour >= 5 && hour <= 11 ? clock(hour, minute) : null;
            default -> isUnmarkedCertain(text, hour) ? clock(hour, minute) : null;
        };
    }

    /** "9" or "5:00" may be morning or evening; "13", "0900" and "09:00" may not. */
    private static boolean isUnmarkedCertain(String text, int hour) {
        return hour >= 13 || text.startsWith("0") || text.matches("\\d{2}[:.h]\\d{2}.*") || text.matches("\\d{4}");
    }

    private static String clock(int hour, int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    }
}
