package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of a table; an empty cell is absent, and lists in a cell are separated by {@code |}. */
record Row(Map<String, String> cells) {
    private static final CsvMapper CSV = new CsvMapper();

    /** Reads a table of the class path, such as {@code /sample/county/services.csv}. */
    static List<Row> table(String path) {
        try (InputStream in = Row.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No table " + path);
            }
            try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(in)) {
                return rows.readAll().stream().map(Row::new).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Table " + path, e);
        }
    }

    String key() {
        return text("key").orElseThrow(() -> new IllegalArgumentException("A row without a key: " + cells));
    }

    Optional<String> text(String column) {
        if (!cells.containsKey(column)) {
            throw new IllegalArgumentException("No column " + column);
        }
        return Optional.of(cells.get(column).strip()).filter(cell -> !cell.isEmpty());
    }

    List<String> list(String column) {
        return text(column).map(cell -> List.of(cell.split("\\|"))).orElse(List.of());
    }

    boolean isTrue(String column) {
        return text(column).filter("true"::equals).isPresent();
    }
}
