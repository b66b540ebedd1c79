package org.kith.directory.listing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.kith.directory.hsds.HsdsJson;

/** Writes composed documents, many in a batch, with what they are found by. */
@ApplicationScoped
class DocumentRows {
    private static final String LISTING = """
            insert into listing as known (service_id, organization_id, change, document, hash, withdrawn, last_modified,
                                 terms, taxonomies, words, first_change, assured_on, stale_from)
            values (?, ?, ?, ?, ?, false, ?, ?, ?, to_tsvector('english', ?), ?, ?, ?)
            on conflict (service_id) do update set
                organization_id = excluded.organization_id, change = excluded.change, document = excluded.document,
                hash = excluded.hash, withdrawn = false, last_modified = excluded.last_modified,
                terms = excluded.terms, taxonomies = excluded.taxonomies, words = excluded.words,
                assured_on = excluded.assured_on, stale_from = excluded.stale_from,
                first_change = case when known.withdrawn then excluded.change else known.first_change end
            """;
    private static final String WITHDRAWN = """
            update listing set change = ?, document = null, hash = null, withdrawn = true, last_modified = ?,
                               terms = '{}', taxonomies = '{}', words = null
            where service_id = ?
            """;
    private static final String ORGANIZATION = """
            insert into organization_document (organization_id, document, terms, taxonomies, words)
            values (?, ?, ?, ?, to_tsvector('english', ?))
            on conflict (organization_id) do update set
                document = excluded.document, terms = excluded.terms, taxonomies = excluded.taxonomies,
                words = excluded.words
            """;

    private final DataSource database;
    private final Freshness freshness;

    DocumentRows(DataSource database, Freshness freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    /** A document that is new, with the number that it gets. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
    record Numbered(UUID service, UUID organization, long change, JsonNode document, byte[] bytes, byte[] hash) {}

    void write(List<Numbered> listings, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(LISTING)) {
            for (Numbered listing : listings) {
                upsert.setObject(1, listing.service());
                upsert.setObject(2, listing.organization());
                upsert.setLong(3, listing.change());
                upsert.setBytes(4, listing.bytes());
                upsert.setBytes(5, listing.hash());
                upsert.setObject(6, now.atOffset(ZoneOffset.UTC));
                upsert.setArray(7, uuids(connection, found(listing.document(), "id")));
                upsert.setArray(8, uuids(connection, found(listing.document(), "taxonomy_id")));
                upsert.setString(
                        9,
                        Composition.words(listing.document(), listing.document().path("organization")));
                upsert.setLong(10, listing.change());
                upsert.setObject(11, Freshness.assuredOn(listing.document()));
                upsert.setObject(12, freshness.staleFrom(listing.document()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void withdraw(Collection<UUID> services, long firstChange, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(WITHDRAWN)) {
            long change = firstChange;
            for (UUID service : services) {
                update.setLong(1, change++);
                update.setObject(2, now.atOffset(ZoneOffset.UTC));
                update.setObject(3, service);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void writeOrganizations(Map<UUID, ? extends JsonNode> documents) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(ORGANIZATION)) {
            for (Map.Entry<UUID, ? extends JsonNode> document : documents.entrySet()) {
                upsert.setObject(1, document.getKey());
                upsert.setBytes(2, HsdsJson.bytes(document.getValue()));
                upsert.setArray(3, uuids(connection, found(document.getValue(), "id")));
                upsert.setArray(4, uuids(connection, found(document.getValue(), "taxonomy_id")));
                upsert.setString(5, Composition.words(document.getValue(), null));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.sql.Array uuids(Connection connection, Set<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    /** Ids of the terms, or of their taxonomies, anywhere in the document. */
    static Set<UUID> found(JsonNode document, String field) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (JsonNode term : document.findValues("taxonomy_term")) {
            if (term.hasNonNull(field)) {
                ids.add(UUID.fromString(term.get(field).asText()));
            }
        }
        return ids;
    }
}
