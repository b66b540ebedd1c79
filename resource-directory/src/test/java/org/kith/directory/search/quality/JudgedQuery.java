package org.kith.directory.search.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A question and what a careful reader expects as its answers.
 *
 * @param isHeldOut never looked at while the search is tuned
 * @param near latitude and longitude, or empty
 * @param filters parameters of {@code /v1/search}, as in a URL
 * @param grades 3 exactly it, 2 good, 1 related, by the service's id in its source
 */
public record JudgedQuery(
        String id,
        boolean isHeldOut,
        String words,
        String near,
        String radiusKm,
        String filters,
        Map<String, Integer> grades) {

    public static List<JudgedQuery> all() {
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (CSVRecord row : rows("judgements.csv")) {
            grades.computeIfAbsent(row.get("query_id"), none -> new HashMap<>())
                    .put(row.get("service_id"), Integer.valueOf(row.get("grade")));
        }
        return rows("queries.csv").stream()
                .map(row -> new JudgedQuery(
                        row.get("query_id"),
                        row.get("set").equals("held-out"),
                        row.get("q"),
                        row.get("near"),
                        row.get("radius_km"),
                        row.get("filters"),
                        Map.copyOf(grades.getOrDefault(row.get("query_id"), Map.of()))))
                .toList();
    }

    private static List<CSVRecord> rows(String file) {
        InputStream stream = JudgedQuery.class.getResourceAsStream("/judged/" + file);
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
