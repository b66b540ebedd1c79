package org.kith.directory.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.imports.Zips;

class UploadTest {
    private static final ReadingLimits SMALL = new ReadingLimits(3, 256 << 20, 200, 10_000);

    @TempDir
    Path folder;

    @Test
    void readsTheFilesOfAZipAndSkipsDebris() throws IOException {
        try (Upload upload = open(Zips.of(Map.of("a/services.csv", "id\n1\n", "__MACOSX/x", "x", ".DS_Store", "x")))) {
            assertThat(upload.files()).extracting(SourceFile::baseName).containsExactly("services.csv");
        }
    }

    @Test
    void refusesTooManyFiles() {
        assertRefused(Zips.of(Map.of("a", "1", "b", "2", "c", "3", "d", "4")), "zip-too-many-files");
    }

    @Test
    void refusesABombByItsRatio() {
        assertRefused(Zips.bomb(), "zip-bomb");
    }

    @Test
    void refusesNamesThatPointOutside() {
        for (String name : List.of("../x.csv", "a/../../x.csv", "/etc/x.csv", "C:x.csv", "a\\..\\x.csv")) {
            assertRefused(Zips.of(Map.of(name, "x")), "zip-path");
        }
    }

    @Test
    void refusesADamagedZip() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9}, "zip-malformed");
    }

    @Test
    void readsUtf8WithAndWithoutAMark() throws IOException {
        assertThat(cells("name\nCafé\n".getBytes(StandardCharsets.UTF_8))).containsExactly("Café");
        assertThat(cells("\uFEFFname\nCafé\n".getBytes(StandardCharsets.UTF_8))).containsExactly("Café");
        assertThat(cells("\uFEFFname\nCafé\n".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("Café");
    }

    @Test
    void readsWhatIsNotUtf8AsWindows1252AndSaysSo() throws IOException {
        CsvTable table = table("name\nCafé – “ok”\n".getBytes(Charset.forName("windows-1252")));
        assertThat(table.encoding().isRepair()).isTrue();
        assertThat(cells(table)).containsExactly("Café – “ok”");
    }

    @Test
    void readsSemicolonsTabsQuotesAndRaggedRows() throws IOException {
        assertThat(table("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)).columns())
                .containsExactly("a", "b");
        assertThat(table("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8)).columns())
                .containsExactly("a", "b");
        CsvTable ragged = table("a,b\n\"x, \"\"y\"\"\nz\"\n1,2,3\n\n".getBytes(StandardCharsets.UTF_8));
        List<CsvRow> rows = new ArrayList<>();
        ragged.forEach(rows::add);
        assertThat(rows).extracting(CsvRow::cells).containsExactly(List.of("x, \"y\"\nz", ""), List.of("1", "2"));
        assertThat(rows.get(1).extra()).containsExactly("3");
    }

    @Test
    void namesColumnsAlikeHoweverTheyAreWritten() throws IOException {
        assertThat(table(" Postal Code ,postalCode,ADDRESS_1,\n".getBytes(StandardCharsets.UTF_8))
                        .columns())
                .containsExactly("postal_code", "postal_code", "address_1", "");
    }

    @Test
    void stopsAtARecordThatNeverEnds() {
        byte[] endless = ("id,name\n1,\"" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> cells(endless))
                .isInstanceOfSatisfying(
                        UnreadableUpload.class, e -> assertThat(e.code()).isEqualTo("record-too-long"));
    }

    private void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> open(bytes).close())
                .isInstanceOfSatisfying(
                        UnreadableUpload.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Upload open(byte[] bytes) throws IOException {
        return Upload.open(Files.write(folder.resolve("upload"), bytes), "table.csv", SMALL);
    }

    private CsvTable table(byte[] bytes) throws IOException {
        return CsvTable.of(open(bytes).files().getFirst(), SMALL);
    }

    private List<String> cells(byte[] bytes) throws IOException {
        return cells(table(bytes));
    }

    private static List<String> cells(CsvTable table) throws IOException {
        List<String> cells = new ArrayList<>();
        table.forEach(row -> cells.add(row.cells().getFirst()));
        return cells;
    }
}
