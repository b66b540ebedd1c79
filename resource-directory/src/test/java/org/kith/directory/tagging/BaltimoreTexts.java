package org.kith.directory.tagging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The texts of the directory of Baltimore, read where they lie: they are not ours to keep. */
final class BaltimoreTexts {
    static final Path FOLDER = Path.of(System.getProperty("kith.root", "."), "../shared/data/baltimore-ohana-csv");
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private BaltimoreTexts() {}

    static boolean areThere() {
        return Files.isReadable(FOLDER.resolve("services.csv"));
    }

    /** By the id that the source gives a service. */
    static Map<String, Wording> all() throws IOException {
        Map<String, String> organizations = column("organizations.csv", "name");
        Map<String, String> owners = column("locations.csv", "organization_id");
        Map<String, Wording> texts = new LinkedHashMap<>();
        for (CSVRecord row : rows("services.csv")) {
            texts.put(
                    row.get("id"),
                    new Wording(
                            row.get("name"),
                            row.get("alternate_name"),
                            row.get("description"),
                            row.get("eligibility"),
                            row.get("fees"),
                            row.get("application_process"),
                            organizations.get(owners.get(row.get("location_id"))),
                            List.of()));
        }
        return texts;
    }

    private static Map<String, String> column(String file, String column) throws IOException {
        Map<String, String> values = new HashMap<>();
        rows(file).forEach(row -> values.put(row.get(0), row.get(column)));
        return values;
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            return FORMAT.parse(reader).getRecords();
        }
    }
}
