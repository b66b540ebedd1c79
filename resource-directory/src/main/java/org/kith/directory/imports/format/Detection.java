package org.kith.directory.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.reading.CsvTable;
import org.kith.directory.imports.reading.ReadingLimits;
import org.kith.directory.imports.reading.SourceFile;
import org.kith.directory.imports.reading.UnreadableUpload;
import org.kith.directory.imports.reading.Upload;

/**
 * What an upload is, told from the names and the first lines of its files.
 *
 * @param tables the kind of each CSV file that has one
 * @param documents files with HSDS documents
 * @param strangers files that belong to no format
 */
record Detection(Format format, Map<CsvTable, String> tables, List<SourceFile> documents, List<SourceFile> strangers) {

    static final String UNKNOWN = "unknown";

    /** Without at least one of these an upload brings nothing that could be listed. */
    private static final Set<String> ESSENTIAL =
            Set.of("organization", "service", "location", "taxonomy_term", "taxonomy");

    static Detection of(Upload upload, ReadingLimits limits) throws IOException {
        Map<CsvTable, String> tables = new LinkedHashMap<>();
        List<SourceFile> documents = new ArrayList<>();
        List<SourceFile> strangers = new ArrayList<>();
        for (SourceFile file : upload.files()) {
            if (file.hasExtension("json", "ndjson", "jsonl")) {
                (file.baseName().equals("datapackage.json") ? strangers : documents).add(file);
            } else if (file.hasExtension("csv", "tsv", "txt") || upload.files().size() == 1) {
                CsvTable table = isDocument(file) ? null : CsvTable.of(file, limits);
                String kind = table == null ? null : Tables.kindOf(file.baseName(), table.columns());
                kind = kind == null && table != null ? byColumns(table.columns()) : kind;
                if (table == null) {
                    documents.add(file);
                } else {
                    tables.put(table, kind == null ? UNKNOWN : kind);
                }
            } else {
                strangers.add(file);
            }
        }
        boolean hasTables = tables.values().stream().anyMatch(ESSENTIAL::contains);
        if (!hasTables && documents.isEmpty()) {
            throw new UnreadableUpload("unknown-format", "No file is of a format that is known: " + Format.KNOWN + ".");
        }
        return new Detection(hasTables ? tabular(tables) : Format.HSDS_3_JSON, tables, documents, strangers);
    }

    /** A single file may come under any name. */
    private static boolean isDocument(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            String head = new String(in.readNBytes(64), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip();
            return head.startsWith("{") || head.startsWith("[");
        }
    }

    private static @Nullable String byColumns(List<String> columns) {
        if (columns.contains("name") && columns.containsAll(List.of("organization_id", "status"))) {
            return "service";
        }
        if (columns.containsAll(List.of("name", "latitude", "longitude"))) {
            return "location";
        }
        return columns.containsAll(List.of("id", "name", "description"))
                        && (columns.contains("website") || columns.contains("url") || columns.contains("tax_id"))
                ? "organization"
                : null;
    }

    private static Format tabular(Map<CsvTable, String> tables) {
        Set<String> kinds = new TreeSet<>(tables.values());
        Set<String> files = new TreeSet<>();
        Set<String> serviceColumns = new TreeSet<>();
        tables.forEach((table, kind) -> {
            files.add(table.file().baseName().replaceFirst("\\.\\w+$", ""));
            if (kind.equals("service")) {
                serviceColumns.addAll(table.columns());
            }
        });
        if (serviceColumns.contains("location_id") || files.contains("mail_addresses")) {
            return Format.OHANA_CSV;
        }
        boolean three = kinds.contains("attribute")
                || kinds.contains("organization_identifier")
                || kinds.contains("service_capacity")
                || kinds.contains("url")
                || serviceColumns.contains("eligibility_description")
                || serviceColumns.contains("fees_description")
                || serviceColumns.contains("last_modified");
        if (three) {
            return Format.HSDS_3_TABULAR;
        }
        boolean one = kinds.contains("regular_schedule") || kinds.contains("holiday_schedule");
        return one ? Format.HSDS_1_1_CSV : Format.HSDS_2_CSV;
    }
}
