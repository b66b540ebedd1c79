package org.kith.directory.imports.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.SourceFile;
import org.kith.directory.imports.reading.Upload;
import org.kith.directory.platform.Scratch;

/**
 * An upload read a part at a time, so that a directory of any size needs the memory of one part: documents that stand
 * for themselves are laid by their organization into files on disk, and each file is then read as if it were an upload
 * of its own. Tables, and documents that refer to each other by id, are one part.
 */
public final class Parts implements AutoCloseable {
    /** Documents take some ten times as much room in memory. */
    private static final long PART_BYTES = 4L << 20;

    private static final int MOST_PARTS = 256;
    /** How many bytes a packed one is taken for. */
    private static final int UNPACKED = 8;

    /** Takes one part after the other; false ends it. */
    @FunctionalInterface
    public interface Consumer {
        boolean take(Reading part);
    }

    private final Notes notes = new Notes();
    private final Harvest common = new Harvest(notes);
    private final Set<Long> organizations = new HashSet<>();
    private final List<String> files = new ArrayList<>();
    private final Path folder;
    private final OutputStream[] parts;

    private Parts(Path folder, int count) throws IOException {
        this.folder = folder;
        this.parts = new OutputStream[count];
        for (int i = 0; i < count; i++) {
            parts[i] = new BufferedOutputStream(Files.newOutputStream(file(i)), 1 << 13);
        }
    }

    /** Empty where the upload has to be read as a whole, or is small enough for it. */
    public static @Nullable Parts of(Upload upload, long uploadBytes, ReadingLimits limits) {
        try {
            boolean packed = upload.isPacked();
            long bytes = packed ? uploadBytes * UNPACKED : uploadBytes;
            Detection detection = Detection.of(upload, limits);
            if (bytes < 2 * PART_BYTES || !detection.tables().isEmpty()) {
                return null;
            }
            Parts parts = new Parts(Scratch.folder(), (int) Math.min(MOST_PARTS, bytes / PART_BYTES));
            try {
                DocumentReader reader = new DocumentReader(parts.common, limits, parts::sink);
                for (SourceFile file : detection.documents()) {
                    reader.read(file);
                }
                for (OutputStream out : parts.parts) {
                    out.close();
                }
                return parts;
            } catch (NotByItself e) {
                parts.close();
                return null;
            } catch (RuntimeException | IOException e) {
                parts.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Organizations, and what belongs to none. */
    public int trees() {
        return organizations.size() + 1;
    }

    /** Complete when all parts were taken. */
    public Notes notes() {
        return notes;
    }

    /** @return false when the consumer ended it */
    public boolean forEach(Spelling before, Consumer consumer) {
        try {
            Spelling.settle(common, before);
            if (!consumer.take(new Reading(Format.HSDS_3_JSON, new Linker(common).link(), notes))) {
                return false;
            }
            for (int i = 0; i < parts.length; i++) {
                if (!consumer.take(part(i, before))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading part(int number, Spelling before) throws IOException {
        Harvest harvest = new Harvest(notes, id -> organizations.contains(hash(id)));
        List<Documents> documents =
                files.stream().map(name -> new Documents(harvest, name)).toList();
        try (BufferedReader lines = Files.newBufferedReader(file(number))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode laid = HsdsJson.mapper().readTree(line);
                documents
                        .get(laid.path(0).asInt())
                        .take(laid.path(1).asLong(), laid.path(3), laid.path(2).asText());
            }
        }
        Spelling.settle(harvest, before);
        List<OrganizationTree> trees = new Linker(harvest)
                .link().stream()
                        .map(tree -> tree.key().equals(OrganizationTree.LEFTOVERS)
                                ? new OrganizationTree(tree.key() + "#" + number, tree.document(), tree.rows())
                                : tree)
                        .toList();
        return new Reading(Format.HSDS_3_JSON, trees, notes);
    }

    private DocumentReader.Sink sink(String file) {
        int index = files.size();
        files.add(file);
        Documents together = new Documents(common, file);
        return (number, document) -> {
            if (document instanceof ObjectNode list && list.size() == 1) {
                String field = list.fieldNames().next();
                if (Documents.LISTS.containsKey(field) && list.path(field).isArray()) {
                    for (JsonNode item : list.path(field)) {
                        lay(index, together, number, item, Documents.LISTS.get(field));
                    }
                    return;
                }
            }
            lay(
                    index,
                    together,
                    number,
                    document,
                    document instanceof ObjectNode object ? Documents.entityOf(object) : null);
        };
    }

    private void lay(int file, Documents together, long number, @Nullable JsonNode document, @Nullable String entity)
            throws IOException {
        String key = document instanceof ObjectNode object && entity != null ? organizationOf(object, entity) : null;
        if (key == null) {
            together.take(number, document, entity);
            return;
        }
        organizations.add(hash(key));
        OutputStream out = parts[Math.floorMod(hash(key), parts.length)];
        try (JsonGenerator json = HsdsJson.mapper().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartArray();
            json.writeNumber(file);
            json.writeNumber(number);
            json.writeString(entity);
            json.writeTree(document);
            json.writeEndArray();
        }
        out.write('\n');
    }

    /** Null for what belongs to no organization. */
    private static @Nullable String organizationOf(ObjectNode document, String entity) {
        return switch (entity) {
            case "organization" -> key(document);
            case "service" -> {
                boolean placesInside = true;
                for (JsonNode place : document.path("service_at_locations")) {
                    placesInside &= place.has("location");
                }
                if (!placesInside) {
                    throw new NotByItself();
                }
                String nested = key(document.path("organization"));
                String given = document.path("organization_id").asText("").strip();
                if (nested == null && given.isEmpty()) {
                    throw new NotByItself();
                }
                yield nested == null ? given : nested;
            }
            case "location" -> {
                // One that services elsewhere refer to by its id alone stops them, not it.
                String given = document.path("organization_id").asText("").strip();
                yield given.isEmpty() ? null : given;
            }
            case "taxonomy", "taxonomy_term", "metadata" -> null;
            default -> throw new NotByItself();
        };
    }

    private static @Nullable String key(JsonNode organization) {
        String id = organization.path("id").asText("").strip();
        String name = organization.path("name").asText("").strip();
        return !id.isEmpty() ? id : name.isEmpty() ? null : "~" + name.toLowerCase(Locale.ROOT);
    }

    /** Ids that differ in case only lie in the same part, where they are found to be one. */
    private static long hash(String id) {
        long hash = 1125899906842597L;
        String key = id.toLowerCase(Locale.ROOT);
        for (int i = 0; i < key.length(); i++) {
            if (!Character.isWhitespace(key.charAt(i))) {
                hash = 31 * hash + key.charAt(i);
            }
        }
        return hash ^ (hash >>> 29);
    }

    private Path file(int part) {
        return folder.resolve("part-" + part);
    }

    @Override
    public void close() {
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i].close();
                Files.deleteIfExists(file(i));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There are documents that need others: only a reading of all of them can tell what belongs together. */
    private static final class NotByItself extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotByItself() {
            super(null, null, false, false);
        }
    }
}
