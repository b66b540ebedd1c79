package org.kith.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.imports.format.DirtTest;

/** What holds for every import, whatever is handed in. */
@DirectoryTest
class LawTest {
    private static final List<String> FIXTURES = List.of("ohana", "hsds-1.1", "hsds-2", "hsds-3");

    @Inject
    DataSource database;

    /** A dozen each time; {@code -Dkith.dirt=60} tries more. */
    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("kith.dirt", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAddUpTwiceChangesNothingAndUndoRestores(int seed) throws SQLException {
        String source = "law-" + seed;
        String fixture = FIXTURES.get(seed % FIXTURES.size());
        JsonNode clean = accounted(ImportCalls.imported(source, Zips.of(fixture)));
        Map<String, String> before = listings();

        byte[] dirty = Zips.of(DirtTest.soiled(Zips.files(fixture), new Random(seed)));
        JsonNode first = accounted(ImportCalls.imported(source, dirty));
        Map<String, String> after = listings();
        JsonNode again = accounted(ImportCalls.imported(source, dirty));
        assertThat(listings()).as("the same file again").isEqualTo(after);

        undone(again);
        assertThat(listings()).as("undo of what changed nothing").isEqualTo(after);
        undone(first);
        assertThat(listings()).as("undo of seed %d", seed).isEqualTo(before);
        undone(clean);
    }

    @Test
    void fiveCopiesOfOneDirectoryStayOneDirectory() throws SQLException {
        String source = "five-dates";
        accounted(ImportCalls.imported(source, Zips.of(copy("1", "Pantry", "a1", "a2", "a3"))));
        List<String> ids = List.of("a1", "a2", "a3").stream()
                .map(id -> NameBasedId.ofForeign(source, "service", id).toString())
                .toList();
        assertThat(listings()).containsKeys(ids.toArray(String[]::new));

        // Ids in another case, columns under other names, one text changed.
        Map<String, String> second = new TreeMap<>();
        copy("2", "Larder", "A1", "a2 ", "A3")
                .forEach((name, text) -> second.put(
                        name,
                        text.replace("organization_id,name", "Org_ID,Service Name")
                                .replace("service_id", "svc_id")));
        Map<String, String> before = listings();
        JsonNode two = accounted(ImportCalls.imported(source, Zips.of(second)));
        assertThat(listings().keySet()).as("%s", ImportCalls.report(two)).isEqualTo(before.keySet());
        assertThat(listings()).isNotEqualTo(before);

        // One is gone for now: nothing is withdrawn that nobody asked to withdraw.
        JsonNode three = accounted(ImportCalls.imported(source, Zips.of(copy("3", "Larder", "a1", "a2"))));
        assertThat(listings()).containsKeys(ids.toArray(String[]::new));
        assertThat(three.path("state").asText()).isEqualTo("done");

        JsonNode four = accounted(ImportCalls.finished(ImportCalls.post(
                source, Zips.of(copy("4", "Larder", "A1", "A2")), "x.zip", Map.of("withdraw_missing", "true"))));
        assertThat(listings()).containsKeys(ids.get(0), ids.get(1)).doesNotContainKey(ids.get(2));

        Map<String, String> last = listings();
        JsonNode five = accounted(ImportCalls.imported(source, Zips.of(copy("4", "Larder", "a1", "a2"))));
        assertThat(listings()).as("only spelled otherwise").isEqualTo(last);
        assertThat(five.at("/rows/stored").asInt()).isZero();

        undone(five);
        undone(four);
        assertThat(listings()).containsKeys(ids.toArray(String[]::new));
    }

    @Test
    void aStreamThatIsReadInPartsIsAccountedForLikeAnyOther() throws SQLException {
        String text = "Words about help. ".repeat(2_500);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 240; i++) {
            lines.append(
                    "{\"id\":\"p%1$d\",\"name\":\"Part %1$d\",\"status\":\"active\",\"description\":\"%2$s\",\"organization\":{\"id\":\"q%3$d\",\"name\":\"Whole %3$d\",\"description\":\"d\"}}\n"
                            .formatted(i, text, i % 60));
        }
        lines.append(
                "{\"no\": \"end\n{\"taxonomies\":[{\"id\":\"t-parts\",\"name\":\"Parts\",\"description\":\"d\"}]}\n");
        byte[] file = lines.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> before = listings();
        JsonNode first = accounted(ImportCalls.imported("parts", "parts.ndjson", file));
        assertThat(first.at("/rows/in").asInt()).isEqualTo(240 + 60 + 1 + 1);
        assertThat(first.at("/rows/refused").asInt()).isEqualTo(1);
        assertThat(listings()).hasSize(before.size() + 240);
        JsonNode again = accounted(ImportCalls.imported("parts", "parts.ndjson", file));
        assertThat(again.at("/rows/stored").asInt()).isZero();
        undone(again);
        undone(first);
        assertThat(listings()).isEqualTo(before);
    }

    /** HSDS 2.0 as one exporter writes it. */
    private static Map<String, String> copy(String date, String word, String... services) {
        StringBuilder table = new StringBuilder("id,organization_id,name,description,status\n");
        StringBuilder phones = new StringBuilder("id,service_id,number\n");
        for (String id : services) {
            String text = id.strip().equalsIgnoreCase("a1") ? word : "Shelf";
            table.append(id)
                    .append(",Org-1,")
                    .append("Service ")
                    .append(id.strip().toLowerCase(Locale.ROOT))
                    .append(',')
                    .append(text)
                    .append(",active\n");
            phones.append('p')
                    .append(id.strip().toLowerCase(Locale.ROOT))
                    .append(',')
                    .append(id)
                    .append(",410-555-0199\n");
        }
        return Map.of(
                "export_" + date + "/organizations.csv",
                "id,name,description\norg-1,Five Dates,Kept for years\n",
                "export_" + date + "/services.csv",
                table.toString(),
                "export_" + date + "/phones.csv",
                phones.toString());
    }

    private static JsonNode accounted(JsonNode job) {
        assertThat(job.path("state").asText()).isEqualTo("done");
        adds(job.path("rows"));
        job.path("by_entity").forEach(LawTest::adds);
        List<JsonNode> report = ImportCalls.report(job);
        for (String action : List.of("refused", "repaired")) {
            List<JsonNode> lines = report.stream()
                    .filter(line -> line.path("action").asText().equals(action))
                    .toList();
            assertThat(lines).as(action).hasSize(job.at("/rows/" + action).asInt());
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.path("problems")).isNotEmpty());
        }
        return job;
    }

    private static void adds(JsonNode rows) {
        assertThat(rows.path("in").asLong())
                .as("%s", rows)
                .isEqualTo(rows.path("stored").asLong()
                        + rows.path("unchanged").asLong()
                        + rows.path("refused").asLong());
        assertThat(rows.path("repaired").asLong())
                .isLessThanOrEqualTo(rows.path("stored").asLong());
    }

    private static void undone(JsonNode job) {
        ImportCalls.undo(job);
        assertThat(ImportCalls.over(job.path("id").asText()).path("state").asText())
                .isEqualTo("undone");
    }

    /** The hash of each document as it was composed, before the time of writing was put in. */
    private Map<String, String> listings() throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        try (Connection connection = database.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "select service_id::text, encode(hash, 'hex') from listing where not withdrawn")) {
            while (row.next()) {
                hashes.put(row.getString(1), row.getString(2));
            }
        }
        return hashes;
    }
}
