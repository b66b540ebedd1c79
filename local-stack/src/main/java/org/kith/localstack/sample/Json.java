package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Cells of a row as fields of the same name; an empty cell makes no field, for HSDS wants no nulls. */
final class Json {
    private Json() {}

    static void copy(Row row, ObjectNode object, String... columns) {
        for (String column : columns) {
            row.text(column).ifPresent(text -> object.put(column, text));
        }
    }

    static void copyNumbers(Row row, ObjectNode object, String... columns) {
        for (String column : columns) {
            row.text(column).ifPresent(text -> object.put(column, new BigDecimal(text)));
        }
    }
}
