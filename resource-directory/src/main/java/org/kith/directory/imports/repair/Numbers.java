package org.kith.directory.imports.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that may come with a currency sign, thousands or a unit. */
public final class Numbers {
    private static final Pattern NUMBER =
            Pattern.compile("^[$£€]?\\s*(-?\\d{1,15}(?:,\\d{3})*(?:\\.\\d{1,12})?)\\s*(?:years?|yrs?)?$");

    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Numbers() {}

    public static @Nullable BigDecimal read(String raw, String field, Findings findings) {
        Matcher matcher = NUMBER.matcher(raw.strip());
        if (!matcher.matches()) {
            findings.add(field, "not-a-number", "This is no number; it was left out.", raw, null);
            return null;
        }
        return new BigDecimal(matcher.group(1).replace(",", ""));
    }

    public static @Nullable Integer readWhole(String raw, String field, Findings findings) {
        BigDecimal value = read(raw, field, findings);
        if (value == null) {
            return null;
        }
        if (value.stripTrailingZeros().scale() > 0 || value.abs().compareTo(MOST) > 0) {
            findings.add(field, "not-a-whole-number", "A whole number was expected; it was left out.", raw, null);
            return null;
        }
        return value.intValue();
    }

    /** As JSON, without a decimal point where none is needed. */
    public static @Nullable JsonNode node(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value.stripTrailingZeros().scale() <= 0
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }
}
