package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opening hours as written in the tables, as HSDS schedules. */
final class Openings {
    private static final String EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU";
    private static final Pattern OPENING =
            Pattern.compile("(daily|[-+]?[1-5]?[A-Z]{2}(?:,[-+]?[1-5]?[A-Z]{2})*) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Map<String, ZoneId> ZONES = Map.of(
            "eastern", ZoneId.of("America/New_York"),
            "central", ZoneId.of("America/Chicago"),
            "mountain", ZoneId.of("America/Denver"),
            "pacific", ZoneId.of("America/Los_Angeles"));

    private Openings() {}

    /**
     * @param text such as {@code MO,WE 18:30-20:00;1TU 19:00-20:30}
     * @param notes may name the time zone, such as {@code Pacific time.}
     * @param today the day whose offset from UTC counts, for HSDS knows no zones
     */
    static ArrayNode schedules(
            String serviceKey, String text, Optional<String> notes, Optional<ZoneId> home, LocalDate today) {
        ArrayNode schedules = JsonNodeFactory.instance.arrayNode();
        OptionalInt offset = offset(notes, home, today);
        for (String opening : text.split(";")) {
            Matcher parts = OPENING.matcher(opening.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("Service " + serviceKey + ": no opening: " + opening);
            }
            String days = parts.group(1);
            boolean monthly = days.chars().anyMatch(Character::isDigit);
            ObjectNode schedule = schedules
                    .addObject()
                    .put("id", Ids.of("schedule", serviceKey + "/" + schedules.size()))
                    .put("freq", monthly ? "MONTHLY" : "WEEKLY")
                    .put("byday", days.equals("daily") ? EVERY_DAY : days)
                    .put("opens_at", LocalTime.parse(parts.group(2)).toString())
                    .put("closes_at", LocalTime.parse(parts.group(3)).toString());
            offset.ifPresent(hours -> schedule.put("timezone", hours));
            notes.ifPresent(note -> schedule.put("notes", note));
        }
        return schedules;
    }

    private static OptionalInt offset(Optional<String> notes, Optional<ZoneId> home, LocalDate today) {
        Optional<ZoneId> named = notes.map(note -> note.toLowerCase(Locale.ROOT))
                .flatMap(note -> ZONES.entrySet().stream()
                        .filter(zone -> note.contains(zone.getKey() + " time") || note.contains("m. " + zone.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
        return named.or(() -> home)
                .map(zone -> OptionalInt.of(
                        today.atTime(LocalTime.NOON).atZone(zone).getOffset().getTotalSeconds() / 3600))
                .orElse(OptionalInt.empty());
    }
}
