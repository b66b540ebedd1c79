package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.kith.contracts.NamedIds;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Taxonomy;
import org.kith.directory.hsds.TaxonomyTerm;
import org.kith.directory.imports.format.ForeignIds;
import org.kith.directory.taxonomy.TaxonomyTerms;

/** Stores the taxonomies of a source, and how it maps them to others. */
@ApplicationScoped
class TaxonomyImport {
    /** Our own codes are here before anybody brings them, the same in every installation. */
    private static final String OURS = "kith:";

    private final TaxonomyTerms terms;
    private final DataSource database;

    TaxonomyImport(TaxonomyTerms terms, DataSource database) {
        this.terms = terms;
        this.database = database;
    }

    /** @return true: what was the same before is told by the source's own rows */
    boolean store(String source, ObjectNode document, ForeignIds ids) {
        Map<UUID, Taxonomy> taxonomies = new LinkedHashMap<>();
        Map<UUID, List<TaxonomyTerm>> byTaxonomy = new LinkedHashMap<>();
        for (JsonNode node : document.path("taxonomies")) {
            if (node.path("name").asText().startsWith(OURS)) {
                continue;
            }
            ids.translate("taxonomy", (ObjectNode) node);
            Taxonomy taxonomy = HsdsJson.mapper().convertValue(node, Taxonomy.class);
            UUID id = UUID.fromString(node.path("id").asText());
            taxonomies.put(id, taxonomy);
            byTaxonomy.put(id, new ArrayList<>());
        }
        for (JsonNode node : document.path("taxonomy_terms")) {
            ObjectNode term = (ObjectNode) node;
            if (term.path("taxonomy").asText().startsWith(OURS)) {
                continue;
            }
            String name = term.path("taxonomy").asText(source);
            term.put("taxonomy", name);
            if (!term.hasNonNull("taxonomy_id")) {
                // The same as on listings that use the term.
                term.put("taxonomy_id", NamedIds.of(name).toString());
            }
            ids.translate("taxonomy_term", term);
            UUID taxonomy = UUID.fromString(term.path("taxonomy_id").asText());
            taxonomies.computeIfAbsent(taxonomy, id -> new Taxonomy(id, name, name, null, null, List.of()));
            byTaxonomy
                    .computeIfAbsent(taxonomy, id -> new ArrayList<>())
                    .add(HsdsJson.mapper().convertValue(term, TaxonomyTerm.class));
        }
        byTaxonomy.forEach((id, list) -> terms.store(Objects.requireNonNull(taxonomies.get(id)), list));
        crosswalk(source, document.path("crosswalk"));
        return true;
    }

    private void crosswalk(String source, JsonNode rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into source_crosswalk (source, row, facts) values (?, ?, ?::jsonb)"
                                + " on conflict (source, row) do update set facts = excluded.facts")) {
            for (JsonNode row : rows) {
                insert.setString(1, source);
                insert.setString(2, row.path("id").asText());
                insert.setString(3, row.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
