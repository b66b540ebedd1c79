package org.kith.directory.tagging;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Services that somebody read in full, and the codes that they found in each. */
final class Labels {
    static final List<String> LISTS = List.of("kind", "need", "audience", "format", "feature");

    private Labels() {}

    /** @param codes by list */
    record Labelled(String service, String set, Map<String, Set<String>> codes) {}

    /** None where the sample is not there. */
    static List<Labelled> all() throws IOException {
        try (InputStream in = Labels.class.getResourceAsStream("/judged/labels.csv")) {
            return in == null ? List.of() : read(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    private static List<Labelled> read(InputStreamReader reader) throws IOException {
        List<Labelled> all = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord row : format.parse(reader)) {
            Map<String, Set<String>> codes = new LinkedHashMap<>();
            for (String list : LISTS) {
                String cell = row.get(list);
                codes.put(list, cell.isBlank() ? Set.of() : new TreeSet<>(List.of(cell.split(";", -1))));
            }
            all.add(new Labelled(row.get("service_id"), row.get("set"), codes));
        }
        return all;
    }
}
