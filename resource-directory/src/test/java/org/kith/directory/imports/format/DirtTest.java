package org.kith.directory.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Organization;
import org.kith.directory.imports.Zips;
import org.kith.directory.imports.reading.CsvTable;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.SourceFile;
import org.kith.directory.imports.reading.UnreadableUpload;
import org.kith.directory.imports.reading.Upload;

/** Whatever is done to a directory, every row of it is counted once and nothing breaks. */
public class DirtTest {
    private static final List<String> DIRT = List.of(
            "",
            " ",
            "\"",
            "1",
            "-1",
            "4294967296",
            "999999999999999999999",
            "null",
            "\\n",
            "<b>",
            "&#0;",
            "&#xD800;",
            "é",
            "x57471",
            "(   ) -",
            "25:61",
            "8:00m",
            "2020-13-40",
            "0",
            "NaN",
            "1e999",
            "http://",
            "@",
            "a@b",
            "=1+1",
            "~",
            "~service:1",
            "/",
            ",",
            ";",
            "\uFEFF",
            "\u0001",
            "101",
            "1001",
            "00000000-0000-0000-0000-000000000000",
            "TRUE",
            "kith:kind",
            "x".repeat(3000));

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ohana", "hsds-1.1", "hsds-2", "hsds-3"})
    void everyRowIsCountedOnce(String fixture) throws IOException {
        for (int seed = 0; seed < 250; seed++) {
            Map<String, String> files = soiled(Zips.files(fixture), new Random(seed));
            Path zip = Files.write(folder.resolve("upload.zip"), Zips.of(files));
            try (Upload upload = Upload.open(zip, "upload.zip", ReadingLimits.USUAL)) {
                Reading reading = Reading.of(upload, ReadingLimits.USUAL);
                long counted = reading.trees().stream()
                        .mapToLong(tree -> tree.rows().size())
                        .sum();
                assertThat(counted)
                        .as("rows of %s soiled with seed %d", fixture, seed)
                        .isEqualTo(rows(upload));
                assertThat(reading.trees().stream()
                                .flatMap(t -> t.rows().stream())
                                .distinct())
                        .hasSize((int) counted);
                reading.trees().forEach(DirtTest::becomesHsds);
            } catch (UnreadableUpload e) {
                assertThat(e.code()).isEqualTo("unknown-format");
            } catch (RuntimeException e) {
                throw new AssertionError(fixture + " soiled with seed " + seed, e);
            }
        }
    }

    @Test
    void noDocumentBreaksAnything() throws IOException {
        String text = Zips.files("hsds-3-json").getOrDefault("services.json", "");
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            JsonNode soiled = HsdsJson.tree(text.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                soil(soiled, random);
            }
            Path file = Files.write(folder.resolve("services.json"), HsdsJson.bytes(soiled));
            try (Upload upload = Upload.open(file, "services.json", ReadingLimits.USUAL)) {
                Reading reading = Reading.of(upload, ReadingLimits.USUAL);
                assertThat(reading.trees()).isNotEmpty();
                reading.trees().forEach(DirtTest::becomesHsds);
            } catch (RuntimeException e) {
                throw new AssertionError("soiled with seed " + seed, e);
            }
        }
    }

    private static void soil(JsonNode parent, Random random) {
        if (parent.isEmpty()) {
            return;
        }
        int index = random.nextInt(parent.size());
        List<JsonNode> children = new ArrayList<>();
        parent.forEach(children::add);
        JsonNode child = children.get(index);
        if (child.isContainerNode() && random.nextInt(5) > 0) {
            soil(child, random);
            return;
        }
        JsonNode dirt = switch (random.nextInt(6)) {
            case 0 -> NullNode.instance;
            case 1 -> JsonNodeFactory.instance.arrayNode().add(1).add("x");
            case 2 -> JsonNodeFactory.instance.objectNode().put("id", 5).put("name", "x");
            case 3 -> JsonNodeFactory.instance.numberNode(-1.5e300);
            default -> JsonNodeFactory.instance.textNode(DIRT.get(random.nextInt(DIRT.size())));
        };
        if (parent instanceof ArrayNode array) {
            array.set(index, dirt);
        } else if (parent instanceof ObjectNode object) {
            object.set(List.copyOf(object.properties()).get(index).getKey(), dirt);
        }
    }

    private static void becomesHsds(OrganizationTree tree) {
        ObjectNode document = tree.document();
        if (document != null && !tree.key().equals(OrganizationTree.TAXONOMIES)) {
            new ForeignIds("dirt").translate("organization", document);
            assertThat(HsdsJson.mapper()
                            .convertValue(document, Organization.class)
                            .name())
                    .isNotBlank();
        }
    }

    private static long rows(Upload upload) throws IOException {
        long[] rows = new long[1];
        for (SourceFile file : upload.files()) {
            if (file.hasExtension("csv")) {
                CsvTable.of(file, ReadingLimits.USUAL).forEach(row -> rows[0]++);
            }
        }
        return rows[0];
    }

    /** A directory to which accidents happened, other ones for each random. */
    public static Map<String, String> soiled(Map<String, String> files, Random random) {
        Map<String, String> soiled = new TreeMap<>();
        files.forEach((name, text) -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            for (int i = random.nextInt(6); i > 0 && !lines.isEmpty(); i--) {
                soil(lines, random);
            }
            if (random.nextInt(12) > 0) {
                soiled.put(name, String.join("\n", lines) + "\n");
            }
        });
        return soiled;
    }

    private static void soil(List<String> lines, Random random) {
        int row = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(row);
            case 1 -> lines.add(row, lines.get(row));
            case 2 -> lines.set(row, lines.get(row) + ",extra");
            default -> {
                String[] cells = lines.get(row).split(",", -1);
                cells[random.nextInt(cells.length)] = DIRT.get(random.nextInt(DIRT.size()));
                lines.set(row, String.join(",", cells));
            }
        }
    }
}
