package org.kith.directory.tagging;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns ages in figures into words that rules can name: {@code ~older}, {@code ~child}, {@code ~teen}, {@code ~young}. */
final class AgeWords {
    private static final Pattern RANGE = Pattern.compile(
            "(?i)(?:\\b(\\d{1,2})|\\bbirth)(?:\\s*(?:years?|yrs?))?\\s*(?:-|–|to|through|thru)\\s*(?:age\\s*)?(\\d{1,2})\\b(?!\\s*(?:months?|mos?\\b|weeks?|days?|times|hours?|beds?|people|persons|residents|miles|%|:|/|am|pm))");
    private static final Pattern FROM =
            Pattern.compile("(?i)\\b(\\d{1,2})(?:\\s*(?:years?|yrs?)(?:\\s+of\\s+age)?(?:\\s+old)?)?"
                    + ",?\\s*(?:\\+|(?:and|&|or)\\s+(?:older|over|above|up)\\b)");
    private static final Pattern OVER =
            Pattern.compile("(?i)\\b(?:over|at least|minimum age)\\s+(?:the age of\\s+|age\\s+)?(\\d{2})\\b(?!\\s*%)");
    private static final Pattern UNDER = Pattern.compile(
            "(?i)\\b(?:under|below|younger than|up to)\\s+(?:the\\s+)?(?:age\\s+)?(?:of\\s+)?(\\d{1,2})\\b(?!\\s*(?:months?|weeks?|days?|%|hours?))");

    private AgeWords() {}

    /** What is told of each age that is found. */
    interface Found {
        void word(String word, int start, int end);
    }

    static void in(String text, Found found) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return;
        }
        for (Matcher range = RANGE.matcher(text); range.find(); ) {
            int from = range.group(1) == null ? 0 : Integer.parseInt(range.group(1));
            if (!isOfSomebodys(text, range.start())) {
                range(from, Integer.parseInt(range.group(2)), range, found);
            }
        }
        for (Matcher from = FROM.matcher(text); from.find(); ) {
            from(Integer.parseInt(from.group(1)), from, found);
        }
        for (Matcher over = OVER.matcher(text); over.find(); ) {
            from(Integer.parseInt(over.group(1)), over, found);
        }
        for (Matcher under = UNDER.matcher(text); under.find(); ) {
            int to = Integer.parseInt(under.group(1)) - 1;
            if (to >= 1 && to <= 20 && !isOfSomebodys(text, under.start())) {
                found.word("~child", under.start(), under.end());
                if (to >= 15) {
                    found.word("~teen", under.start(), under.end());
                }
            }
        }
    }

    /** "Women with children under 12" and "parents of children ages 3-5" are not for children. */
    private static boolean isOfSomebodys(String text, int at) {
        String before = text.substring(Math.max(0, at - 35), at).toLowerCase(Locale.ROOT);
        return before.contains("with child")
                || before.contains("with a child")
                || before.contains("with dependent")
                || before.contains("parents of")
                || before.contains("their child");
    }

    private static void from(int age, Matcher at, Found found) {
        if (age >= 55) {
            found.word("~older", at.start(), at.end());
        } else if (age >= 17) {
            found.word("~adult", at.start(), at.end());
        }
    }

    private static void range(int from, int to, Matcher at, Found found) {
        if (to < from) {
            return;
        }
        boolean grown = from >= 10 && to >= 21;
        if (from <= 10 && to >= 1 && to <= 21 && !grown) {
            found.word("~child", at.start(), at.end());
        }
        if (from <= 16 && to <= (from < 13 ? 21 : 25) && to >= (from < 10 ? 15 : 13)) {
            found.word("~teen", at.start(), at.end());
        }
        if ((from >= 15 || grown) && from <= 21 && to >= 20 && to <= 30) {
            found.word("~young", at.start(), at.end());
        }
        if (from >= 55) {
            found.word("~older", at.start(), at.end());
        }
    }
}
