package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.format.Shape.Field;
import org.kith.directory.imports.repair.Dates;
import org.kith.directory.imports.repair.Emails;
import org.kith.directory.imports.repair.Findings;
import org.kith.directory.imports.repair.Numbers;
import org.kith.directory.imports.repair.Texts;
import org.kith.directory.imports.repair.Urls;

/** Makes of any object the HSDS object that it means, field by field, and says what it had to do. */
final class Cleaner {
    private static final int DEEPEST = 12;

    private final String file;
    private final Notes notes;

    Cleaner(String file, Notes notes) {
        this.file = file;
        this.notes = notes;
    }

    /** The entity as HSDS wants it; null when nothing is left of it that could be kept. */
    @Nullable
    ObjectNode clean(String entity, ObjectNode raw, Findings findings) {
        return clean(entity, raw, findings, 0);
    }

    private @Nullable ObjectNode clean(String entity, ObjectNode raw, Findings findings, int depth) {
        ObjectNode now = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : raw.properties()) {
            String name = property.getKey();
            Field field = Shape.field(entity, name);
            if (field == null) {
                notes.add(file, entity + "." + name, "unknown-field", "HSDS has no such field; it was kept out.");
            } else if (!property.getValue().isNull() && depth < DEEPEST) {
                JsonNode value = value(field, name, property.getValue(), findings, depth);
                if (value != null) {
                    now.set(name, value);
                }
            }
        }
        return Rules.apply(entity, now, raw, findings) ? now : null;
    }

    private @Nullable JsonNode value(Field field, String name, JsonNode raw, Findings findings, int depth) {
        return switch (field.kind()) {
            case LIST -> list(field, name, raw, findings, depth);
            case OBJECT ->
                raw instanceof ObjectNode object
                        ? clean(field.entity(), object, findings.under(name), depth + 1)
                        : misplaced(name, raw, findings);
            case TEXT, KEY, NUMBER, WHOLE, EMAIL, URL, DAY, MOMENT ->
                raw.isContainerNode() ? misplaced(name, raw, findings) : scalar(field, name, raw, findings);
        };
    }

    private @Nullable JsonNode list(Field field, String name, JsonNode raw, Findings findings, int depth) {
        if (!(raw instanceof ArrayNode array)) {
            return misplaced(name, raw, findings);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            String path = name + "/" + i;
            ObjectNode item = array.get(i) instanceof ObjectNode object
                    ? clean(field.entity(), object, findings.under(path), depth + 1)
                    : null;
            if (item != null) {
                list.add(item);
                Rules.further(field.entity(), item).forEach(list::add);
            } else if (!(array.get(i) instanceof ObjectNode)) {
                misplaced(path, array.get(i), findings);
            }
        }
        return list.isEmpty() ? null : list;
    }

    private static @Nullable JsonNode misplaced(String name, JsonNode raw, Findings findings) {
        findings.add(name, "wrong-shape", "Something else was expected here; it was left out.", raw.toString(), null);
        return null;
    }

    private static @Nullable JsonNode scalar(Field field, String name, JsonNode raw, Findings findings) {
        String text = raw.asText();
        if (text.isBlank()) {
            return null;
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (field.kind()) {
            case TEXT -> textual(Texts.clean(text, name, findings));
            case KEY -> textual(text.strip());
            case EMAIL -> textual(Emails.read(Texts.clean(text, name, findings), name, findings));
            case URL -> textual(Urls.read(Texts.clean(text, name, findings), name, findings));
            case DAY -> textual(understood(Dates.readDay(text), text, name, "date-unclear", findings));
            case MOMENT -> textual(understood(Dates.readMoment(text), text, name, "date-unclear", findings));
            case NUMBER -> raw.isNumber() && isSane(raw) ? raw : Numbers.node(Numbers.read(text, name, findings));
            case WHOLE -> {
                Integer whole = Numbers.readWhole(text, name, findings);
                yield whole == null ? null : json.numberNode(whole);
            }
            case OBJECT, LIST -> throw new IllegalStateException("not a scalar");
        };
    }

    /** "1e999999999" is written in a moment and takes a gigabyte when it is written out. */
    private static boolean isSane(JsonNode number) {
        return number.isFloatingPointNumber()
                ? Math.abs(number.doubleValue()) < MOST
                        && (number.doubleValue() == 0 || Math.abs(number.doubleValue()) > 1 / MOST)
                : number.canConvertToLong();
    }

    private static final double MOST = 1e15;

    private static @Nullable JsonNode textual(@Nullable String text) {
        return text == null || text.isEmpty() ? null : JsonNodeFactory.instance.textNode(text);
    }

    /** A date written otherwise is the same date: only what could not be read is worth a word. */
    private static @Nullable String understood(
            @Nullable String value, String original, String name, String code, Findings findings) {
        if (value == null) {
            findings.add(name, code, "The date cannot be read with certainty; it was left out.", original, null);
        }
        return value;
    }
}
