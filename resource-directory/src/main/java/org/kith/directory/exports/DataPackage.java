package org.kith.directory.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.platform.Scratch;

/**
 * The directory as a zip of CSV tables with their {@code datapackage.json}. Services are written as they are read, so
 * that a reader sees bytes at once; the other tables wait in files of a folder until their turn, and never in memory.
 */
final class DataPackage {
    private static final int BUFFER_BYTES = 1 << 14;

    private DataPackage() {}

    static void write(Contents contents, OutputStream out) throws IOException {
        Path folder = Scratch.folder();
        Map<String, OutputStream> waiting = new HashMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write(HsdsJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(description()));
            zip.putNextEntry(new ZipEntry(Table.of("service").path()));
            zip.write(header(Table.of("service")));
            for (Table table : Table.all()) {
                if (!table.name().equals("service")) {
                    waiting.put(
                            table.name(),
                            new BufferedOutputStream(
                                    Files.newOutputStream(folder.resolve(table.path())), BUFFER_BYTES));
                }
            }
            fill(
                    contents,
                    (table, cells) -> waiting.getOrDefault(table.name(), zip)
                            .write((String.join(",", cells) + "\r\n").getBytes(StandardCharsets.UTF_8)));
            for (Table table : Table.all()) {
                OutputStream done = waiting.remove(table.name());
                if (done != null) {
                    done.close();
                    append(zip, folder.resolve(table.path()), table);
                }
            }
        } finally {
            for (OutputStream left : waiting.values()) {
                left.close();
            }
            for (Table table : Table.all()) {
                Files.deleteIfExists(folder.resolve(table.path()));
            }
            Files.deleteIfExists(folder);
        }
    }

    private static void fill(Contents contents, Flattening.Rows rows) throws IOException {
        Flattening flattening = new Flattening(rows);
        contents.services(document -> flattening.take("service", document));
        contents.organizations(document -> flattening.take("organization", document));
        contents.ownerlessLocations(document -> flattening.take("location", document));
        contents.taxonomies(document -> flattening.take("taxonomy", document));
        contents.terms(document -> flattening.take("taxonomy_term", document));
    }

    private static void append(ZipOutputStream zip, Path file, Table table) throws IOException {
        zip.putNextEntry(new ZipEntry(table.path()));
        zip.write(header(table));
        Files.copy(file, zip);
        Files.delete(file);
    }

    private static byte[] header(Table table) {
        return (String.join(
                                ",",
                                table.columns().stream().map(Table.Column::name).toList()) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode description() {
        ObjectNode description = HsdsJson.mapper()
                .createObjectNode()
                .put("name", "human_services_data")
                .put("title", "Human services in HSDS 3.2")
                .put("profile", "tabular-data-package")
                .put("homepage", "http://docs.openreferral.org");
        ArrayNode resources = description.putArray("resources");
        for (Table table : Table.all()) {
            ObjectNode resource = resources
                    .addObject()
                    .put("name", table.name())
                    .put("path", table.path())
                    .put("format", "csv")
                    .put("mediatype", "text/csv")
                    .put("encoding", "utf-8")
                    .put("profile", "tabular-data-resource");
            ObjectNode schema = resource.putObject("schema").put("primaryKey", "id");
            ArrayNode fields = schema.putArray("fields");
            ArrayNode keys = HsdsJson.mapper().createArrayNode();
            for (Table.Column column : table.columns()) {
                fields.addObject()
                        .put("name", column.name())
                        .put("type", column.type())
                        .putObject("constraints")
                        .put("required", column.required())
                        .put("unique", column.name().equals("id"));
                if (!column.key().isEmpty()) {
                    keys.addObject()
                            .put("fields", column.name())
                            .putObject("reference")
                            .put("resource", column.key())
                            .put("fields", "id");
                }
            }
            if (!keys.isEmpty()) {
                schema.set("foreignKeys", keys);
            }
        }
        return description;
    }
}
