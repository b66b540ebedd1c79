package org.kith.directory.imports.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.kith.directory.imports.reading.CsvTable;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.SourceFile;
import org.kith.directory.imports.reading.Upload;

/**
 * An upload read from end to end.
 *
 * @param trees one for each organization, and where needed one for taxonomies and one for rows that belong nowhere
 * @param notes remarks about files and columns
 */
public record Reading(Format format, List<OrganizationTree> trees, Notes notes) {

    /** Only the format, from the first lines; throws when there is none that we know. */
    public static Format formatOf(Upload upload, ReadingLimits limits) {
        try {
            return Detection.of(upload, limits).format();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading of(Upload upload, ReadingLimits limits) {
        return of(upload, limits, new Spelling());
    }

    /** @param before the ids of the source's last copy */
    public static Reading of(Upload upload, ReadingLimits limits, Spelling before) {
        try {
            Detection detection = Detection.of(upload, limits);
            Notes notes = new Notes();
            Harvest harvest = new Harvest(notes);
            TableReader tables = new TableReader(harvest);
            for (Map.Entry<CsvTable, String> table : detection.tables().entrySet()) {
                if (table.getValue().equals(Detection.UNKNOWN)) {
                    tables.readStranger(table.getKey());
                } else {
                    tables.read(table.getKey(), table.getValue());
                }
            }
            DocumentReader documents = new DocumentReader(harvest, limits);
            for (SourceFile file : detection.documents()) {
                documents.read(file);
            }
            for (SourceFile file : detection.strangers()) {
                if (file.baseName().equals("datapackage.json")) {
                    // Describes the tables beside it, which are read as they are.
                    continue;
                }
                notes.add(file.name(), "", "not-data", "The file is no part of the format; it was not read.");
            }
            Spelling.settle(harvest, before);
            return new Reading(detection.format(), new Linker(harvest).link(), notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
