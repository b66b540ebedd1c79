package org.kith.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kith.directory.listing.TreeRows;
import org.kith.directory.listing.TreeRows.ListingRow;
import org.kith.directory.listing.TreeRows.LocationRow;
import org.kith.directory.listing.TreeRows.OrganizationRow;
import org.kith.directory.listing.TreeRows.PlaceRow;
import org.kith.directory.listing.TreeRows.ServiceRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Some trees on their way into the tables, in the order in which their rows refer to each other. */
final class Batch {
    /** The words of a document become lexemes in the database, where the service does it too. */
    static final String STAGING = """
            create temp table staged_listing (service_id uuid, organization_id uuid, change bigint, document bytea,
                hash bytea, last_modified timestamptz, terms uuid[], taxonomies uuid[], words text);
            create temp table staged_organization (organization_id uuid, document bytea, terms uuid[],
                taxonomies uuid[], words text)""";

    private static final String PUBLISH = """
            insert into listing (service_id, organization_id, change, first_change, document, hash, withdrawn,
                                 last_modified, terms, taxonomies, words)
            select service_id, organization_id, change, change, document, hash, false, last_modified, terms, taxonomies,
                   to_tsvector('english', words)
            from staged_listing;
            insert into organization_document (organization_id, document, terms, taxonomies, words)
            select organization_id, document, terms, taxonomies, to_tsvector('english', words) from staged_organization;
            truncate staged_listing, staged_organization""";

    private final BinaryRows organizations = new BinaryRows();
    private final BinaryRows locations = new BinaryRows();
    private final BinaryRows services = new BinaryRows();
    private final BinaryRows places = new BinaryRows();
    private final BinaryRows listings = new BinaryRows();
    private final BinaryRows documents = new BinaryRows();
    private final List<ListingRow> unnumbered = new ArrayList<>();
    private final Instant modified;
    private long rows;

    Batch(Instant modified) {
        this.modified = modified;
    }

    void add(TreeRows tree) {
        add(tree.organization());
        tree.locations().forEach(this::add);
        tree.services().forEach(this::add);
        tree.places().forEach(this::add);
        unnumbered.addAll(tree.listings());
        rows += 2
                + tree.locations().size()
                + tree.services().size()
                + tree.places().size()
                + tree.listings().size();
    }

    int listings() {
        return unnumbered.size();
    }

    /** Of all tables. */
    long rows() {
        return rows;
    }

    /** @param firstChange the number of the first listing */
    void store(Connection connection, long firstChange) throws SQLException, IOException {
        long change = firstChange;
        for (ListingRow row : unnumbered) {
            add(row, change++);
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        in(copy, "organization (id, name, facts, flagged, version, last_modified)", organizations);
        in(
                copy,
                "location (id, organization_id, facts, flagged, confidential, latitude, longitude, postal_code,"
                        + " address_key, version, last_modified)",
                locations);
        in(copy, "service (id, organization_id, facts, flagged)", services);
        in(copy, "service_at_location (id, service_id, location_id, facts, flagged)", places);
        in(copy, "staged_listing", listings);
        in(copy, "staged_organization", documents);
        try (Statement publish = connection.createStatement()) {
            publish.execute(PUBLISH);
        }
    }

    private static void in(CopyManager copy, String table, BinaryRows rows) throws SQLException, IOException {
        copy.copyIn("copy " + table + " from stdin (format binary)", new java.io.ByteArrayInputStream(rows.take()));
    }

    private void add(OrganizationRow row) {
        organizations
                .row(6)
                .uuid(row.id())
                .text(row.name())
                .json(row.facts())
                .flag(row.flagged())
                .number(row.version())
                .moment(modified);
        documents
                .row(5)
                .uuid(row.id())
                .raw(row.found().document())
                .uuids(row.found().terms())
                .uuids(row.found().taxonomies())
                .text(row.found().words());
    }

    private void add(LocationRow row) {
        locations
                .row(11)
                .uuid(row.id())
                .uuid(row.organizationId())
                .json(row.facts())
                .flag(row.flagged())
                .flag(row.confidential())
                .decimal(row.latitude())
                .decimal(row.longitude())
                .text(row.postalCode())
                .text(row.addressKey())
                .number(row.version())
                .moment(modified);
    }

    private void add(ServiceRow row) {
        services.row(4)
                .uuid(row.id())
                .uuid(row.organizationId())
                .json(row.facts())
                .flag(row.flagged());
    }

    private void add(PlaceRow row) {
        places.row(5)
                .uuid(row.id())
                .uuid(row.serviceId())
                .uuid(row.locationId())
                .json(row.facts())
                .flag(row.flagged());
    }

    private void add(ListingRow row, long change) {
        listings.row(9)
                .uuid(row.serviceId())
                .uuid(row.organizationId())
                .number(change)
                .raw(row.found().document())
                .raw(row.hash())
                .moment(modified)
                .uuids(row.found().terms())
                .uuids(row.found().taxonomies())
                .text(row.found().words());
    }
}
