package org.kith.directory.judged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Vocabulary;

/** A measure is worth what its yardstick is: a misspelt code or a doubled row would count against whoever is measured. */
class JudgedFilesTest {
    private static final Path SERVICES =
            Path.of(System.getProperty("kith.root", "."), "../shared/data/baltimore-ohana-csv/services.csv");
    private static final Pattern FOREIGN_ID = Pattern.compile("\\d{6}");
    private static final List<String> LISTS = List.of("kind", "need", "audience", "format", "feature");
    /** Only people who are responsible for a listing set these. */
    private static final Set<String> NEVER_EXPECTED = Set.of(
            "crisis_line", "suicidal_thoughts", "self_harm", "overdose", "violence_now", "confidential_location");

    private final Vocabulary vocabulary = Vocabulary.standard();

    @Test
    void everyLabelIsACodeOfTheVocabulary() throws IOException {
        for (CSVRecord row : judged("labels.csv")) {
            for (String list : LISTS) {
                assertThat(codes(row, list))
                        .as("%s of %s", list, row.get("service_id"))
                        .allMatch(code -> vocabulary.has(list, code))
                        .doesNotHaveDuplicates()
                        .doesNotContainAnyElementsOf(NEVER_EXPECTED);
            }
            assertThat(codes(row, "kind")).as(row.get("service_id")).hasSizeLessThan(2);
        }
    }

    @Test
    void everyServiceIsLabelledOnce() throws IOException {
        List<CSVRecord> rows = judged("labels.csv");
        assertThat(column(rows, "service_id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> FOREIGN_ID.matcher(id).matches());
        assertThat(rows).filteredOn(row -> row.get("set").equals("tune")).hasSizeGreaterThanOrEqualTo(220);
        assertThat(rows).filteredOn(row -> row.get("set").equals("held-out")).hasSizeGreaterThanOrEqualTo(180);
        assertThat(column(rows, "set")).isSubsetOf("tune", "held-out");
    }

    @Test
    void everyJudgedServiceIsInTheDirectoryThatWasRead() throws IOException {
        assumeTrue(Files.isReadable(SERVICES), () -> "skipped: there is no " + SERVICES);
        Set<String> known;
        try (Reader services = Files.newBufferedReader(SERVICES)) {
            known = Set.copyOf(column(rows(services), "id"));
        }
        assertThat(column(judged("labels.csv"), "service_id")).isSubsetOf(known);
        assertThat(column(judged("judgements.csv"), "service_id")).isSubsetOf(known);
    }

    @Test
    void everyQueryIsTypedOnceAndHasAnAnswerThatIsExactlyIt() throws IOException {
        List<CSVRecord> queries = judged("queries.csv");
        List<CSVRecord> judgements = judged("judgements.csv");
        assertThat(column(queries, "query_id")).doesNotHaveDuplicates();
        assertThat(column(queries, "q")).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(queries).filteredOn(row -> row.get("set").equals("tune")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(queries).filteredOn(row -> row.get("set").equals("held-out")).hasSizeGreaterThanOrEqualTo(30);
        assertThat(column(queries, "set")).isSubsetOf("tune", "held-out");
        assertThat(queries)
                .allMatch(
                        row -> row.get("near").isEmpty() == row.get("radius_km").isEmpty());
        assertThat(judgements.stream()
                        .filter(row -> row.get("grade").equals("3"))
                        .map(row -> row.get("query_id"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(column(queries, "query_id"));
    }

    @Test
    void everyJudgementGradesAServiceOnceForAQuery() throws IOException {
        List<CSVRecord> judgements = judged("judgements.csv");
        assertThat(column(judgements, "grade")).isSubsetOf("1", "2", "3");
        assertThat(column(judgements, "query_id")).isSubsetOf(column(judged("queries.csv"), "query_id"));
        assertThat(judgements)
                .extracting(row -> row.get("query_id") + " " + row.get("service_id"))
                .doesNotHaveDuplicates();
    }

    private static List<String> codes(CSVRecord row, String list) {
        return row.get(list).isEmpty() ? List.of() : List.of(row.get(list).split(";", -1));
    }

    private static List<String> column(List<CSVRecord> rows, String name) {
        return rows.stream().map(row -> row.get(name)).collect(Collectors.toList());
    }

    private static List<CSVRecord> judged(String file) throws IOException {
        try (InputStream stream = JudgedFilesTest.class.getResourceAsStream("/judged/" + file)) {
            assertThat(stream).as(file).isNotNull();
            return rows(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
    }

    private static List<CSVRecord> rows(Reader reader) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)
                .getRecords();
    }
}
