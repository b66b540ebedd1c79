package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.imports.reading.CsvRow;
import org.kith.directory.imports.reading.CsvTable;
import org.kith.directory.imports.repair.Findings;

/** Reads one table into the harvest, row by row. */
final class TableReader {
    /** Kinds of table that HSDS 3 has no entity for: their rows are kept as they are, for the linker. */
    private static final Set<String> WITHOUT_SHAPE = Set.of("eligibility", "payment_accepted", "taxonomy_mapping");

    private final Harvest harvest;

    TableReader(Harvest harvest) {
        this.harvest = harvest;
    }

    void read(CsvTable table, String kind) throws IOException {
        String file = table.file().name();
        if (table.encoding().isRepair()) {
            harvest.notes()
                    .add(
                            file,
                            "",
                            "encoding",
                            "Not UTF-8: read as " + table.encoding().charset().name() + ".");
        }
        List<String> columns = Tables.columns(kind, table.columns());
        columns.stream()
                .filter(name -> !name.isEmpty() && columns.indexOf(name) != columns.lastIndexOf(name))
                .distinct()
                .forEach(
                        name -> harvest.notes()
                                .add(
                                        file,
                                        name,
                                        "duplicate-column",
                                        "More than one column has this meaning; of each row the first that says something was read."));
        Cleaner cleaner = new Cleaner(file, harvest.notes());
        table.forEach(csv -> harvest.add(row(csv, kind, file, columns, cleaner)));
    }

    /** A row of a table that stands in JSON. */
    void read(String file, String table, long number, ObjectNode object) {
        List<String> theirs = new ArrayList<>();
        object.fieldNames().forEachRemaining(theirs::add);
        String kind = Tables.kindOf(table, theirs);
        List<String> cells = new ArrayList<>();
        object.forEach(value -> cells.add(value.isNull() ? "" : value.asText()));
        CsvRow csv = new CsvRow(number, cells, List.of());
        harvest.add(
                kind == null
                        ? stranger(csv, file)
                        : row(csv, kind, file, Tables.columns(kind, theirs), new Cleaner(file, harvest.notes())));
    }

    /** Rows of a table that the format does not have are counted too, or else they would be lost in silence. */
    void readStranger(CsvTable table) throws IOException {
        table.forEach(csv -> harvest.add(stranger(csv, table.file().name())));
    }

    private static Row stranger(CsvRow csv, String file) {
        Row row = new Row(
                file, csv.number(), "unknown", null, Digest.of(csv.cells()), JsonNodeFactory.instance.objectNode());
        row.refuse(null, "unknown-table", "The format has no such table.", null);
        return row;
    }

    private static Row row(CsvRow csv, String kind, String file, List<String> columns, Cleaner cleaner) {
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        Findings formulas = new Findings();
        for (int i = 0; i < columns.size(); i++) {
            String cell = csv.cells().get(i);
            if (!columns.get(i).isEmpty() && !cell.isBlank() && !raw.has(columns.get(i))) {
                raw.put(columns.get(i), plain(cell, columns.get(i), formulas));
            }
        }
        if (kind.equals("taxonomy_mapping") && !raw.has("id")) {
            raw.put("id", raw.path("211_code").asText(Digest.of(csv.cells())));
        }
        String id = raw.path("id").asText("").strip();
        String entity = Tables.entityOf(kind);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        List<String> said = new ArrayList<>(csv.cells());
        said.addAll(csv.extra());
        Row row = new Row(file, csv.number(), entity, id.isEmpty() ? null : id, Digest.of(said), node);
        row.findings().addAll(formulas);
        if (csv.isBlank()) {
            row.refuse(null, "blank-row", "The row is empty.", null);
            return row;
        }
        if (!csv.extra().isEmpty()) {
            row.findings()
                    .add(
                            null,
                            "extra-cells",
                            "The row has more cells than the header; they were left out.",
                            String.join(", ", csv.extra()),
                            null);
        }
        ObjectNode clean = raw;
        if (!WITHOUT_SHAPE.contains(kind)) {
            Lift.apply(kind, raw, row.findings());
            clean = cleaner.clean(entity, withoutLinks(raw), row.findings());
        }
        if (clean == null) {
            row.markRefused();
        } else {
            node.setAll(clean);
            ownId(kind, entity, id, node);
            LINKS.forEach(link -> {
                if (raw.has(link)) {
                    node.set(link, raw.get(link));
                }
            });
        }
        return row;
    }

    /** Whoever wrote the table, we or somebody as careful, put an apostrophe before what a spreadsheet would have run. */
    private static String plain(String cell, String column, Findings findings) {
        if (!FORMULA.matcher(cell).matches()) {
            return cell;
        }
        String text = cell.substring(1);
        findings.add(
                column, "formula-apostrophe", "The apostrophe that kept it from being a formula is gone.", cell, text);
        return text;
    }

    private static final Pattern FORMULA = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    /** Tables that became one in HSDS 3 each count for themselves: address 1 is not postal address 1. */
    private static void ownId(String kind, String entity, String id, ObjectNode node) {
        boolean first = kind.equals(entity) || FIRST_OF_ITS_ENTITY.contains(kind);
        if (!first && !id.isEmpty() && NameBasedId.asUuid(id).isEmpty()) {
            node.put("id", kind + "/" + id);
        }
    }

    private static final Set<String> FIRST_OF_ITS_ENTITY =
            Set.of("physical_address", "regular_schedule", "service_taxonomy");

    /** What only the linker needs and HSDS 3 does not have on the entity. */
    private static final Set<String> LINKS =
            Set.of(Lift.TERMS, "location_id", "service_id", "organization_id", "contact_id", "unit_id", "parent_name");

    private static ObjectNode withoutLinks(ObjectNode raw) {
        ObjectNode rest = raw.deepCopy();
        rest.remove(LINKS);
        return rest;
    }
}
