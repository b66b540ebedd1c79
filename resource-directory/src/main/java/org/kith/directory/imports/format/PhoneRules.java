package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.repair.Findings;
import org.kith.directory.imports.repair.PhoneNumber;

/** A telephone row: its number, extension and kind of line. */
final class PhoneRules {
    /** Holds further numbers until whoever keeps the list takes them out. */
    private static final String OTHERS = "~others";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("voice", "voice"),
            Map.entry("fax", "fax"),
            Map.entry("text", "text"),
            Map.entry("sms", "text"),
            Map.entry("cell", "cell"),
            Map.entry("mobile", "cell"),
            Map.entry("video", "video"),
            Map.entry("pager", "pager"),
            Map.entry("textphone", "textphone"),
            Map.entry("tty", "textphone"),
            Map.entry("tdd", "textphone"),
            Map.entry("tty/tdd", "textphone"),
            Map.entry("phone", "voice"),
            Map.entry("telephone", "voice"),
            Map.entry("hotline", "voice"),
            Map.entry("toll free", "voice"),
            Map.entry("toll-free", "voice"));

    private PhoneRules() {}

    static boolean apply(ObjectNode now, ObjectNode raw, Findings findings) {
        String given = Rules.text(now, "number");
        PhoneNumber phone = given == null ? null : PhoneNumber.read(given, "number", findings);
        if (phone == null) {
            findings.add(
                    "number",
                    "no-number",
                    "There is no number to dial.",
                    raw.path("number").asText(""),
                    null);
            return false;
        }
        now.put("number", phone.number());
        type(now, phone.type(), findings);
        extension(now, phone.extension(), findings);
        if (phone.number().isEmpty()) {
            // Known only inside the organization: kept as written, in case that somebody can make sense of it.
            now.put("number", given);
            findings.add("number", "phone-extension-only", "There is an extension but no number.", given, given);
        }
        if (phone.note() != null) {
            note(now, "Written as " + phone.note());
        }
        if (!phone.others().isEmpty()) {
            ArrayNode others = now.putArray(OTHERS);
            phone.others().forEach(others::add);
        }
        return true;
    }

    static List<ObjectNode> takeOthers(ObjectNode phone) {
        JsonNode others = phone.remove(OTHERS);
        List<ObjectNode> phones = new ArrayList<>();
        if (others != null) {
            for (JsonNode number : others) {
                ObjectNode other = phone.deepCopy().put("number", number.asText());
                other.put("id", phone.path("id").asText() + "/" + (phones.size() + 2));
                phones.add(other);
            }
        }
        return phones;
    }

    private static void type(ObjectNode now, @Nullable String saidByNumber, Findings findings) {
        String given = Rules.text(now, "type");
        String type = given == null ? null : TYPES.get(given.toLowerCase(Locale.ROOT));
        if (given != null && type == null) {
            note(now, given);
            findings.add(
                    "type", "phone-type", "No kind of line that HSDS knows; moved to the description.", given, null);
        } else if (type != null && !type.equals(given)) {
            findings.add("type", "phone-type", "The kind of line was put into the words of HSDS.", given, type);
        }
        String best = saidByNumber != null && (type == null || type.equals("voice")) ? saidByNumber : type;
        if (best == null) {
            now.remove("type");
        } else {
            now.put("type", best);
        }
    }

    private static void extension(ObjectNode now, @Nullable Integer fromNumber, Findings findings) {
        String given = Rules.text(now, "extension");
        now.remove("extension");
        String digits = given == null ? "" : given.replaceFirst("\\.0+$", "").replaceAll("\\D", "");
        if (given != null && (digits.isEmpty() || digits.length() > 7 || given.matches(".*\\d\\D+\\d.*"))) {
            note(now, "Extension " + given);
            findings.add("extension", "phone-extension", "Not one extension; moved to the description.", given, null);
        } else if (given != null) {
            now.put("extension", Integer.parseInt(digits));
            if (!digits.equals(given.replaceFirst("\\.0+$", ""))) {
                findings.add("extension", "phone-extension", "Only the digits were kept.", given, digits);
            }
        } else if (fromNumber != null) {
            now.put("extension", fromNumber.intValue());
        }
    }

    private static void note(ObjectNode now, String note) {
        String description = Rules.text(now, "description");
        if (description == null || !description.contains(note)) {
            now.put("description", description == null ? note : description + " (" + note + ")");
        }
    }
}
