package org.kith.directory.tagging;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits texts into words and sentences; knows the headings by which directories divide a description. */
final class WordReader {
    private static final int LEAD = 45;
    private static final int HEADING = 70;

    private final Reading reading;
    private final Contexts contexts;

    private int text;
    private int words;

    WordReader(Reading reading, Contexts contexts) {
        this.reading = reading;
        this.contexts = contexts;
    }

    void plain(@Nullable String value, WordField field) {
        if (value == null || value.isBlank()) {
            return;
        }
        text = reading.source(value);
        read(value, 0, value.length(), field);
        reading.stop();
    }

    void eligibility(@Nullable String value) {
        plain(value, WordField.ELIGIBILITY);
        if (value != null) {
            ages(value, 0, value.length());
        }
    }

    private void ages(String value, int from, int to) {
        AgeWords.in(value.substring(from, to), (word, start, end) -> {
            reading.word(word, WordField.ELIGIBILITY, text, from + start, from + end);
            reading.stop();
        });
    }

    void description(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        text = reading.source(value);
        words = 0;
        @Nullable WordField section = WordField.LEAD;
        int at = 0;
        while (at < value.length()) {
            int colon = heading(value, at);
            if (colon > 0) {
                section = section(value.substring(at, colon));
                if (isVoid(value, colon + 1)) {
                    section = null;
                } else if (section == WordField.LEAD) {
                    read(value, at, colon, WordField.HEADING);
                }
                at = colon + 1;
            }
            int end = endOfLine(value, at);
            if (colon < 0 && isBlank(value, at, end)) {
                // Under "VOLUNTEERS:" and the like, a blank line ends the section.
                section = WordField.LEAD;
            } else if (section != null) {
                line(value, at, end, section);
            }
            at = end + 1;
        }
        reading.stop();
    }

    /** "3) MEALS: See separate listing." says nothing of this service. */
    private boolean isVoid(String value, int at) {
        int start = at;
        while (start < value.length() && value.charAt(start) == ' ') {
            start++;
        }
        for (String pointer : contexts.voids()) {
            if (value.regionMatches(true, start, pointer, 0, pointer.length())) {
                return true;
            }
        }
        return false;
    }

    private void line(String value, int from, int to, WordField section) {
        read(value, from, to, section);
        if (section == WordField.ELIGIBILITY) {
            ages(value, from, to);
        }
    }

    /** Where the line ends, or the next heading in it begins: many directories lost their line breaks. */
    private int endOfLine(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) == '\n') {
                return i;
            }
            if (i > from && value.charAt(i) == ' ' && heading(value, i + 1) > 0) {
                return i;
            }
        }
        return value.length();
    }

    private static boolean isBlank(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** @return where the colon of {@code FOOD PANTRY:} stands, or -1 */
    private int heading(String value, int from) {
        int letters = 0;
        for (int i = from; i < Math.min(value.length(), from + HEADING); i++) {
            char c = value.charAt(i);
            if (c == ':') {
                return letters >= 3 ? i : -1;
            }
            if (Character.isLowerCase(c) || c == '\n' || (c == '.' && letters > 0)) {
                return i == from + 1 ? mixedHeading(value, from) : -1;
            }
            if (Character.isUpperCase(c)) {
                letters++;
            }
        }
        return -1;
    }

    /** Headings in small letters are only those that the sections name, such as {@code Home visits:}. */
    private int mixedHeading(String value, int from) {
        for (String title : contexts.mixed()) {
            if (value.startsWith(title, from)) {
                return from + title.length() - 1;
            }
        }
        return -1;
    }

    private @Nullable WordField section(String title) {
        int letter = 0;
        while (!Character.isUpperCase(title.charAt(letter))) {
            letter++;
        }
        boolean numbered = title.lastIndexOf(')', letter) >= 0;
        for (Map.Entry<String, String> section : contexts.sections().entrySet()) {
            if (title.startsWith(section.getKey(), letter)) {
                return switch (section.getValue()) {
                    case "ignore" -> null;
                    // How to get there; but "3) TRANSPORTATION:" is one of the things that are offered.
                    case "notes" -> numbered ? WordField.LEAD : null;
                    default -> WordField.of(section.getValue());
                };
            }
        }
        return WordField.LEAD;
    }

    private void read(String value, int from, int to, WordField field) {
        int i = from;
        while (i < to) {
            char c = value.charAt(i);
            if (!isWord(c)) {
                if (isStop(value, i, to)) {
                    reading.stop();
                }
                i++;
                continue;
            }
            int start = i;
            StringBuilder word = new StringBuilder(16);
            while (i < to && (isWord(value.charAt(i)) || isInside(value, i, to))) {
                if (isWord(value.charAt(i))) {
                    word.append(value.charAt(i));
                }
                i++;
            }
            add(possessive(word), field, start, i);
        }
        reading.stop();
    }

    private void add(String word, WordField field, int start, int end) {
        if (word.isEmpty()) {
            return;
        }
        boolean bullet = word.equals("o");
        if (bullet) {
            reading.stop();
            return;
        }
        WordField place = field == WordField.LEAD && words++ >= LEAD ? WordField.DESCRIPTION : field;
        reading.word(
                isCapitals(word) && word.length() < 6 ? word : word.toLowerCase(Locale.ROOT), place, text, start, end);
    }

    private static boolean isCapitals(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
    }

    private static String possessive(StringBuilder word) {
        int length = word.length();
        return length > 3 && word.charAt(length - 1) == '\'' ? word.substring(0, length - 1) : word.toString();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** The dots of G.E.D. and the apostrophe of "women's" belong to the word. */
    private static boolean isInside(String value, int at, int to) {
        char c = value.charAt(at);
        if (c == '\'' || c == '’') {
            return at + 1 < to && isWord(value.charAt(at + 1));
        }
        return c == '.'
                && at + 1 < to
                && Character.isLetter(value.charAt(at + 1))
                && at > 0
                && Character.isLetter(value.charAt(at - 1))
                && (at < 2 || !Character.isLetter(value.charAt(at - 2)));
    }

    private static boolean isStop(String value, int at, int to) {
        return switch (value.charAt(at)) {
            case '.', '!', '?' -> at + 1 >= to || Character.isWhitespace(value.charAt(at + 1));
            // "Information re: support groups" goes on.
            case ':' -> !value.regionMatches(true, Math.max(0, at - 3), " re", 0, 3);
            case '*', '•' -> true;
            default -> false;
        };
    }
}
