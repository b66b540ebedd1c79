package org.kith.directory.imports.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as it can be dialled.
 *
 * @param number empty when the source gave only an extension
 * @param type {@code textphone}, {@code fax}… when the number itself said so
 * @param note the source's own writing, where something was read into it
 * @param others further numbers that stood in the same place
 */
public record PhoneNumber(
        String number,
        @Nullable Integer extension,
        @Nullable String type,
        @Nullable String note,
        List<String> others) {

    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[\\s,;(]*\\b(?:extension|exten|ext|x)\\.?\\s*#?\\s*(\\d{1,7})\\)?\\s*$");
    private static final Pattern EXTENSION_AFTER_DIGIT = Pattern.compile("(?i)(?<=\\d)x\\s*(\\d{1,7})\\s*$");
    private static final Pattern TTY = Pattern.compile("(?i)[\\s(\\[-]*\\b(tty|tdd|tty/tdd|tdd/tty)\\b[:)\\]\\s]*");
    private static final Pattern VANITY =
            Pattern.compile("(?i)^\\W*(1?\\W*[2-9]\\d\\d)\\W+([a-z0-9][a-z0-9 -]{6,14})\\W*$");
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("(?:\\+?1[\\s.-]?)?\\(?\\d{3}\\)?[\\s.-]{0,2}\\d{3}[\\s.-]?\\d{4}");
    private static final Pattern SHORT_CODE = Pattern.compile("^\\W*([2-9]11|988|\\d{5,6})\\W*$");
    private static final String KEYPAD = "22233344455566677778889999";

    /** Reads a number; null when there is nothing in it to dial. */
    public static @Nullable PhoneNumber read(String raw, String field, Findings findings) {
        String text = raw.strip().replaceAll("^[\"']+|[\"']+$", "").strip();
        if (!text.equals(raw.strip())) {
            findings.add(field, "phone-quotes", "Quotation marks around the number were taken off.", raw, text);
        }
        String type = null;
        Matcher tty = TTY.matcher(text);
        if (tty.find() && digits(text).length() >= 7) {
            type = "textphone";
            String now = tty.replaceAll(" ").strip();
            findings.add(field, "phone-type-in-number", "The kind of line stood in the number.", text, now);
            text = now;
        }
        if (digits(text).isEmpty() && vanityDigits(text) == null) {
            return null;
        }
        Integer extension = extensionOf(text);
        if (extension != null) {
            String now = withoutExtension(text);
            findings.add(
                    field,
                    "phone-extension",
                    "The extension was taken out of the number.",
                    text,
                    (now + " extension " + extension).strip());
            text = now;
        }
        return dialled(text, extension, type, field, findings);
    }

    private static PhoneNumber dialled(
            String text, @Nullable Integer extension, @Nullable String type, String field, Findings findings) {
        List<String> several = severalNumbers(text);
        if (several.size() > 1) {
            findings.add(field, "several-numbers", "Several numbers stood in one place.", text, several.getFirst());
            return new PhoneNumber(several.getFirst(), extension, type, text, several.subList(1, several.size()));
        }
        String vanity = vanityDigits(text);
        if (vanity != null) {
            findings.add(field, "phone-letters", "Letters were read as the keys they stand on.", text, vanity);
            return new PhoneNumber(vanity, extension, type, text, List.of());
        }
        Matcher shortCode = SHORT_CODE.matcher(text);
        if (shortCode.matches() && !shortCode.group(1).equals(text)) {
            findings.add(field, "phone-short-code", "Only the short code was kept.", text, shortCode.group(1));
            return new PhoneNumber(shortCode.group(1), extension, type, null, List.of());
        }
        if (!text.isEmpty() && digits(text).length() < 7 && !shortCode.matches()) {
            findings.add(field, "phone-incomplete", "The number looks incomplete; it was kept as it is.", text, text);
        }
        return new PhoneNumber(text, extension, type, null, List.of());
    }

    private static List<String> severalNumbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NORTH_AMERICAN.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group().strip());
        }
        String rest = matcher.replaceAll("").toLowerCase(Locale.ROOT).replaceAll("\\b(or|and|y|o)\\b|[\\s,;/&|]", "");
        return rest.isEmpty() ? numbers : List.of();
    }

    /** "(800) 370-LEAD" → "(800) 370-5323"; null when the number has no letters or they do not fit a keypad. */
    private static @Nullable String vanityDigits(String text) {
        Matcher matcher = VANITY.matcher(text);
        if (!matcher.matches() || !text.chars().anyMatch(Character::isLetter)) {
            return null;
        }
        String line = matcher.group(2).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (line.length() < 7 || line.length() > 11) {
            return null;
        }
        StringBuilder keys = new StringBuilder();
        for (char c : line.substring(0, 7).toCharArray()) {
            keys.append(c >= 'A' ? KEYPAD.charAt(c - 'A') : c);
        }
        String area = digits(matcher.group(1));
        return "(%s) %s-%s".formatted(area.substring(area.length() - 3), keys.substring(0, 3), keys.substring(3));
    }

    private static @Nullable Integer extensionOf(String text) {
        for (Pattern pattern : List.of(EXTENSION, EXTENSION_AFTER_DIGIT)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Integer.valueOf(matcher.group(1));
            }
        }
        return null;
    }

    private static String withoutExtension(String text) {
        return EXTENSION_AFTER_DIGIT
                .matcher(EXTENSION.matcher(text).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
