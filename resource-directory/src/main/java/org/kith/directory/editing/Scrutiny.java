package org.kith.directory.editing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.web.FieldError;

/**
 * What is asked of somebody who writes by hand and can still correct it, on top of what HSDS asks of everybody. An
 * import is not asked: it keeps what a source says.
 */
final class Scrutiny {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LIST = 500;
    private static final Pattern DAYS =
            Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)" + "(,([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*");
    private static final Pattern DAYS_OF_MONTH = Pattern.compile("-?([1-9]|[12]\\d|3[01])(,-?([1-9]|[12]\\d|3[01]))*");
    /** Letters too: 1-800-370-LEAD. */
    private static final Pattern PHONE = Pattern.compile("[0-9A-Za-z+(). /,;#*-]{3,60}");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final List<FieldError> errors = new ArrayList<>();

    private Scrutiny() {}

    /** @param document as it was given */
    static List<FieldError> of(JsonNode document) {
        Scrutiny scrutiny = new Scrutiny();
        scrutiny.look(document, "");
        return List.copyOf(scrutiny.errors);
    }

    private void look(JsonNode object, String at) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            String pointer = at + "/" + field.getKey();
            if (value.isTextual() && value.asText().length() > LONGEST_TEXT) {
                add(pointer, "too-large", "At most 20000 characters.");
            } else if (value.isArray() && value.size() > LONGEST_LIST) {
                add(pointer, "too-large", "At most 500 of them.");
            } else if (value.isObject()) {
                look(value, pointer);
            }
            for (int i = 0; value.isArray() && i < Math.min(value.size(), LONGEST_LIST); i++) {
                element(field.getKey(), value.get(i), pointer + "/" + i);
            }
        }
        pair(object, "latitude", "longitude", at);
        pair(object, "longitude", "latitude", at);
    }

    private void element(String list, JsonNode element, String at) {
        if (!element.isObject()) {
            return;
        }
        switch (list) {
            case "phones" -> phone(element, at);
            case "schedules" -> schedule(element, at);
            case "languages" -> {
                if (element.has("code")
                        && !Vocabulary.isLanguageTag(element.get("code").asText())) {
                    add(at + "/code", "format", "A language tag of BCP 47, such as es.");
                }
            }
            case "addresses" -> matches(element, "country", COUNTRY, at, "A code of two letters, such as US.");
            default -> {}
        }
        look(element, at);
    }

    private void phone(JsonNode phone, String at) {
        String number = phone.path("number").asText();
        if (phone.has("number")
                && !(PHONE.matcher(number).matches()
                        && number.chars().filter(Character::isDigit).count() >= 3)) {
            add(at + "/number", "format", "A telephone number, such as +1 410 555 0100.");
        }
    }

    private void schedule(JsonNode schedule, String at) {
        matches(schedule, "byday", DAYS, at, "Days as in RFC 5545, such as MO,WE or 2TU.");
        matches(schedule, "bymonthday", DAYS_OF_MONTH, at, "Days of the month, such as 1,15 or -1.");
        order(schedule, "valid_from", "valid_to", at);
        order(schedule, "dtstart", "until", at);
        for (String count : List.of("interval", "count")) {
            if (schedule.has(count) && schedule.get(count).asInt() < 1) {
                add(at + "/" + count, "out-of-range", "At least 1.");
            }
        }
    }

    private void order(JsonNode schedule, String first, String last, String at) {
        LocalDate from = date(schedule, first);
        LocalDate to = date(schedule, last);
        if (from != null && to != null && to.isBefore(from)) {
            add(at + "/" + last, "out-of-range", "It is before " + first + ".");
        }
    }

    private static @Nullable LocalDate date(JsonNode object, String field) {
        return object.has(field) ? LocalDate.parse(object.get(field).asText()) : null;
    }

    private void pair(JsonNode object, String one, String other, String at) {
        if (object.has(one) && !object.has(other)) {
            add(at + "/" + other, "required", "It goes with " + one + ".");
        }
    }

    private void matches(JsonNode object, String field, Pattern pattern, String at, String detail) {
        if (object.has(field) && !pattern.matcher(object.get(field).asText()).matches()) {
            add(at + "/" + field, "format", detail);
        }
    }

    private void add(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }
}
