package org.kith.directory.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.imports.ImportCalls;
import org.kith.directory.imports.Zips;
import org.kith.localstack.sample.Sample;

/** What one installation gives out, another takes in, and gives out the same. */
@DirectoryTest
class RoundTripTest {
    private static final Path SHARED = Path.of(System.getProperty("kith.root", "."))
            .resolveSibling("shared")
            .normalize();

    @Inject
    Slices everything;

    @Inject
    DataSource database;

    @Test
    void theSampleComesBackAsItWas() throws IOException, SQLException {
        comesBack("sample.json", HsdsJson.bytes(new Sample(LocalDate.now()).documents()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ohana", "hsds-1.1", "hsds-2", "hsds-3", "hsds-3-json"})
    void theFixturesComeBackAsTheyWere(String fixture) throws IOException, SQLException {
        comesBack(fixture + ".zip", Zips.of(fixture));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/baltimore-ohana-csv",
                "data/detroit-313-hsds3.2",
                "data/oruk-3.0/V3.0-UK-Default",
                "data/oruk-3.0/V3.0-UK-Warn",
                "hsds/3.2.3/examples/csv"
            })
    void realDirectoriesComeBackAsTheyWere(String name) throws IOException, SQLException {
        Path folder = SHARED.resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        assumeTrue(
                Boolean.getBoolean("kith.whole") || !name.contains("baltimore"),
                "skipped: a whole city three times takes minutes; -Dkith.whole=true runs it");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(Files::isRegularFile).toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        comesBack(folder.getFileName() + ".zip", Zips.of(files));
    }

    private void comesBack(String file, byte[] bytes) throws IOException, SQLException {
        JsonNode first = ImportCalls.imported("round-trip-" + file.toLowerCase(Locale.ROOT), file, bytes);
        assertThat(first.path("state").asText()).isEqualTo("done");
        Contents mine = new Only(everything, organizationsOf(first));
        byte[] lines = written(mine, DocumentLines::write);
        byte[] zip = written(mine, DataPackage::write);
        List<String> before = canonical(mine);
        assertThat(before).isNotEmpty();
        gone(first, mine);

        again("lines.ndjson", lines, mine, before);
        again("tables.zip", zip, mine, before);
    }

    private void again(String file, byte[] bytes, Contents mine, List<String> before) throws IOException {
        JsonNode job = ImportCalls.imported("elsewhere-" + UUID.randomUUID(), file, bytes);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(differences(before, canonical(mine)))
                .as("%s %s", file, ImportCalls.report(job).stream().limit(10).toList())
                .isEmpty();
        assertThat(job.at("/rows/refused").asInt())
                .as("%s", ImportCalls.report(job))
                .isZero();
        gone(job, mine);
    }

    private static void gone(JsonNode job, Contents mine) throws IOException {
        ImportCalls.undo(job);
        ImportCalls.over(job.path("id").asText());
        assertThat(canonical(mine)).isEmpty();
    }

    private Set<String> organizationsOf(JsonNode job) throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select organization_id from import_tree where organization_id is not null and"
                                // Organizations that other tests made stay theirs.
                                + " not jsonb_exists(before, 'organization') and import_id = '"
                                + job.path("id").asText() + "'")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    /** Writes an export into memory, which only a test may do. */
    interface Writer {
        void write(Contents contents, ByteArrayOutputStream out) throws IOException;
    }

    static byte[] written(Contents contents, Writer writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(contents, out);
        return out.toByteArray();
    }

    /** Without the time of writing, the order of lists and the zeros of numbers. */
    private static List<String> canonical(Contents contents) throws IOException {
        List<String> documents = new ArrayList<>();
        contents.services(d -> documents.add(canonical(HsdsJson.tree(d), "").toString()));
        contents.organizations(
                d -> documents.add(canonical(HsdsJson.tree(d), "").toString()));
        return documents;
    }

    /** The first few, each with where it is. */
    private static List<String> differences(List<String> before, List<String> after) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()) && differences.size() < 10; i++) {
            JsonNode was = i < before.size() ? HsdsJson.tree(before.get(i).getBytes(UTF_8)) : MissingNode.getInstance();
            JsonNode is = i < after.size() ? HsdsJson.tree(after.get(i).getBytes(UTF_8)) : MissingNode.getInstance();
            compare("document " + i, was, is, differences);
        }
        return differences;
    }

    private static void compare(String path, JsonNode was, JsonNode is, List<String> differences) {
        if (was.equals(is)) {
            return;
        }
        if (was.isObject() && is.isObject()) {
            Set<String> names = new TreeSet<>();
            was.fieldNames().forEachRemaining(names::add);
            is.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, was.path(name), is.path(name), differences));
        } else if (was.isArray() && is.isArray() && was.size() == is.size()) {
            for (int i = 0; i < was.size(); i++) {
                compare(path + "/" + i, was.get(i), is.get(i), differences);
            }
        } else {
            differences.add(path + ": " + was + " became " + is);
        }
    }

    /** Without keys that only say again in whom something stands. */
    private static JsonNode canonical(JsonNode node, String owner) {
        if (node instanceof ObjectNode object) {
            String id = object.path("id").asText(owner);
            ObjectNode sorted = HsdsJson.mapper().createObjectNode();
            new TreeSet<>(object.properties().stream().map(Map.Entry::getKey).toList())
                    .forEach(name -> sorted.set(name, canonical(object.get(name), id)));
            sorted.remove("last_modified");
            sorted.properties()
                    .removeIf(field -> field.getKey().endsWith("_id")
                            && field.getValue().asText().equals(owner));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(canonical(item, owner)));
            items.sort(Comparator.comparing(JsonNode::toString));
            return HsdsJson.mapper().createArrayNode().addAll(items);
        }
        return node.isNumber()
                ? HsdsJson.mapper()
                        .getNodeFactory()
                        .textNode(node.decimalValue().stripTrailingZeros().toPlainString())
                : node;
    }

    /** The part of the directory that belongs to some organizations: other tests fill the same database. */
    private record Only(Contents all, Set<String> organizations) implements Contents {
        @Override
        public void services(Sink sink) throws IOException {
            all.services(filtered("organization_id", sink));
        }

        @Override
        public void organizations(Sink sink) throws IOException {
            all.organizations(filtered("id", sink));
        }

        @Override
        public void organizationsToldNowhereElse(Sink sink) throws IOException {
            all.organizationsToldNowhereElse(filtered("id", sink));
        }

        @Override
        public void ownerlessLocations(Sink sink) {}

        @Override
        public void taxonomies(Sink sink) throws IOException {
            all.taxonomies(sink);
        }

        @Override
        public void terms(Sink sink) throws IOException {
            all.terms(sink);
        }

        private Sink filtered(String field, Sink sink) {
            return document -> {
                if (organizations.contains(HsdsJson.tree(document).path(field).asText())) {
                    sink.take(document);
                }
            };
        }
    }
}
