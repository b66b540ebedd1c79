package org.kith.directory.hours;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Content lines of RFC 5545: escaped, folded at 75 octets, each ending in CR LF. */
final class CalendarText {
    private static final int LONGEST_OCTETS = 75;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final StringBuilder lines = new StringBuilder();

    /** @param value in the form that the property has it */
    CalendarText line(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
        return this;
    }

    CalendarText text(String name, String text) {
        return line(name, escaped(text));
    }

    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a URI, which is not escaped, nothing may end the line. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "").strip();
    }

    static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }

    static String utc(Instant moment) {
        return LOCAL.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) + "Z";
    }

    private static String escaped(String text) {
        return text.strip()
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }
}
