package org.kith.directory.exports;

import java.util.regex.Pattern;

/**
 * A cell of CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front, which our own import
 * takes off again; telephone numbers, degrees and days of the month (-1FR) begin like formulas and are none.
 */
final class Cell {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("[+-][0-9 ().-]*|-\\d+[A-Z]{2}(,-?\\d*[A-Z]{2})*");

    private Cell() {}

    static String of(String text) {
        String safe = FORMULA.matcher(text).matches() && !NUMBERS.matcher(text).matches() ? "'" + text : text;
        boolean quoted = safe.isEmpty()
                ? false
                : safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        || safe.charAt(0) == ' '
                        || safe.charAt(safe.length() - 1) == ' ';
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
