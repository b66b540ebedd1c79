package org.kith.directory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.directory.imports.reading.ReadingLimits.USUAL;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Organization;
import org.kith.directory.imports.Zips;
import org.kith.directory.imports.reading.UnreadableUpload;
import org.kith.directory.imports.reading.Upload;

/** What somebody who means harm, or a broken program, might send. */
class HostileUploadTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"x.ndjson", "x.json", "x.csv", "x"})
    void aLineOfTwoGigabytesIsGivenUpLongBefore(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((name.endsWith("csv") ? "id,name\n1,\"" : "{\"id\":\"1\",\"name\":\"")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            // Enough to show that reading stops; the limit is far below what is written.
            for (int i = 0; i < 48; i++) {
                out.write(piece);
            }
        }
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        UnreadableUpload.class,
                        e -> assertThat(e.code()).isIn("record-too-long", "json-malformed", "unknown-format"));
    }

    @Test
    void aDocumentWithoutEndIsGivenUp() throws IOException {
        Path file = folder.resolve("x.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("[{\"id\":\"1\",\"name\":\"x\",\"phones\":[".getBytes(StandardCharsets.UTF_8));
            byte[] phones = "{\"number\":\"1\"},".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                out.write(phones);
            }
        }
        assertRefused(file, "record-too-long");
    }

    @Test
    void deepNestingIsNoStackOverflow() throws IOException {
        String deep = "{\"id\":\"1\",\"name\":\"x\",\"phones\":" + "[".repeat(100_000);
        Reading reading = read("x.ndjson", deep + "\n{\"id\":\"2\",\"name\":\"Fine\",\"description\":\"d\"}\n");
        assertThat(reading.trees()).extracting(OrganizationTree::key).contains("2", OrganizationTree.LEFTOVERS);
        assertRefused(Files.writeString(folder.resolve("x.json"), deep), "json-malformed");
    }

    @Test
    void numbersThatExplodeAreLeftOut() throws IOException {
        for (String number : List.of("1e999999999", "-1e400", "9".repeat(900), "1e300")) {
            Reading reading = read(
                    "x.ndjson",
                    "{\"id\":\"1\",\"name\":\"x\",\"status\":\"active\",\"organization\":{\"id\":\"2\",\"name\":\"y\"},"
                            + "\"minimum_age\":" + number + ",\"cost_options\":[{\"option\":\"a\",\"amount\":" + number
                            + "}]}\n");
            Organization organization = becomesHsds(reading);
            assertThat(organization.services().getFirst().minimumAge()).isNull();
            assertThat(HsdsJson.bytes(organization).length).isLessThan(2_000);
            assertThat(reading.trees().getFirst().rows().stream().flatMap(r -> r.problems().stream()))
                    .anyMatch(p -> p.code().equals("not-a-number"));
        }
    }

    @Test
    void aBadLineInTheMiddleIsRefusedByItself() throws IOException {
        Reading reading = read(
                "x.ndjson",
                "{\"id\":\"1\",\"name\":\"a\",\"description\":\"d\"}\n{\"id\":\"2\",\"name\":\n\n"
                        + "{\"id\":\"3\",\"name\":\"c\",\"description\":\"d\"}\n");
        assertThat(reading.trees())
                .extracting(OrganizationTree::key)
                .containsExactlyInAnyOrder("1", "3", OrganizationTree.LEFTOVERS);
    }

    @Test
    void tenThousandColumnsAreReadOnce() throws IOException {
        String header = "id,name,description,"
                + IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = "1,Hands,Help," + "x,".repeat(9_999) + "x";
        Reading reading = read("organizations.csv", header + "\n" + row + "\n");
        assertThat(becomesHsds(reading).name()).isEqualTo("Hands");
    }

    @Test
    void duplicateHeadersAreSaid() throws IOException {
        Reading reading = read("organizations.csv", "id,name,description,name\n1,Hands,Help,Other\n");
        assertThat(becomesHsds(reading).name()).isEqualTo("Hands");
        assertThat(reading.notes().all()).anyMatch(n -> n.code().equals("duplicate-column"));
    }

    @Test
    void aFormulaIsText() throws IOException {
        Reading reading = read("organizations.csv", "id,name,description\n1,\"=HYPERLINK(\"\"x\"\")\",'=1+1\n");
        assertThat(becomesHsds(reading).name()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(becomesHsds(reading).description()).isEqualTo("=1+1");
    }

    @Test
    void emptyFilesAndBareHeadersBringNothingAndBreakNothing() throws IOException {
        assertThat(read("organizations.csv", "id,name,description\n").trees()).isEmpty();
        assertRefused(Files.writeString(folder.resolve("services.ndjson"), ""), "empty-upload");
        assertThat(read("services.json", "[]").trees()).isEmpty();
        Path zip = Files.write(
                folder.resolve("x.zip"),
                Zips.of(Map.of(
                        "sub/organizations.csv", "\uFEFFid;name;description\n1;Hands;Help\n", "sub/phones.csv", "")));
        assertThat(read(zip).trees()).extracting(OrganizationTree::key).containsExactly("1");
    }

    @Test
    void zipsThatAreBrokenEncryptedOrNestedAreClearProblemsOrNotRead() throws IOException {
        byte[] good = Zips.of(Map.of("organizations.csv", "id,name,description\n1,Hands,Help\n"));
        for (int length : new int[] {10, good.length / 2, good.length - 5}) {
            byte[] cut = Arrays.copyOf(good, length);
            assertRefused(Files.write(folder.resolve("cut.zip"), cut), "zip-malformed");
        }
        byte[] encrypted = good.clone();
        for (int i = 0; i < encrypted.length - 10; i++) {
            boolean local = encrypted[i] == 'P' && encrypted[i + 1] == 'K' && encrypted[i + 2] == 3;
            boolean central = encrypted[i] == 'P' && encrypted[i + 1] == 'K' && encrypted[i + 2] == 1;
            if (local || central) {
                encrypted[i + (local ? 6 : 8)] |= 1;
            }
        }
        assertRefused(Files.write(folder.resolve("locked.zip"), encrypted), "zip-malformed");
        Path nested = folder.resolve("nested.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(nested))) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(good);
            zip.putNextEntry(new ZipEntry("organizations.csv"));
            zip.write("id,name,description\n9,Outer,Help\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(nested).trees()).extracting(OrganizationTree::key).containsExactly("9");
    }

    @Test
    void aStoredEntryThatLiesAboutItsSizeIsNoWayIn() throws IOException {
        byte[] text = "id,name,description\n1,Hands,Help\n".getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(text);
        Path zip = folder.resolve("stored.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry entry = new ZipEntry("organizations.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(text.length);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(text);
        }
        assertThat(read(zip).trees()).hasSize(1);
    }

    private void assertRefused(Path file, String code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        UnreadableUpload.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Organization becomesHsds(Reading reading) {
        ObjectNode document = reading.trees().stream()
                .map(OrganizationTree::document)
                .filter(d -> d != null)
                .findFirst()
                .orElseThrow()
                .deepCopy();
        new ForeignIds("hostile").translate("organization", document);
        return HsdsJson.mapper().convertValue(document, Organization.class);
    }

    private Reading read(String name, String text) throws IOException {
        return read(Files.writeString(folder.resolve(name), text));
    }

    private static Reading read(Path file) {
        try (Upload upload = Upload.open(file, String.valueOf(file.getFileName()), USUAL)) {
            return Reading.of(upload, USUAL);
        }
    }
}
