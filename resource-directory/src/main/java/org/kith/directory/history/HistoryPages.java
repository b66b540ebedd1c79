package org.kith.directory.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.platform.Editors;
import org.kith.directory.platform.Rows;
import org.kith.web.Cursors;
import org.kith.web.PageSize;
import org.kith.web.Problems;

/** The history of one entity, the newest change first, for those who answer for it. */
@ApplicationScoped
class HistoryPages {
    static final String EXAMPLE = """
            {"items": [{"id": "5d0b7b5c-6f0f-4b52-9d0c-2a3f6b1f8a01", "resource_type": "service",
                        "resource_id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01",
                        "last_action_date": "2026-11-22T10:00:00Z", "last_action_type": "update", "field_name": "name",
                        "previous_value": "Grief circle", "replacement_value": "Circle of grief",
                        "updated_by": "directory-editor@hope-center"}]}""";
    private static final UUID NAMESPACE = UUID.fromString("0f3a8a5e-6a0e-5c53-9b0e-3d1f2a4b5c6d");
    private static final int STANDARD = 50;
    private static final int LARGEST = 200;

    /** Of what is there: whose it is. Of what is gone: whose it was. */
    private static final String OWNER = """
            select coalesce((select organization_id from service where id = ?),
                            (select id from organization where id = ?),
                            (select organization_id from location where id = ?),
                            (select organization_id from history where resource_id = ? order by number desc limit 1))
            where exists (select 1 from history where resource_id = ?)
               or exists (select 1 from service where id = ?)
               or exists (select 1 from organization where id = ?)
               or exists (select 1 from location where id = ?)
            """;
    /** A place that is gone may have been confidential; of one that became so, what was written before must go too. */
    private static final String SECRET = """
            select case when ? = 'location'
                        then not exists (select 1 from location where id = ? and not confidential) else false end
                or exists (select 1 from location where organization_id = ? and confidential)
                or exists (select 1 from service_at_location sl join location l on l.id = sl.location_id
                           where sl.service_id = ? and l.confidential)
            """;

    private static final String PAGE = """
            select number, at, action, field, previous, replacement, updated_by from history
            where resource_id = ? and resource_type = ? and number < ? order by number desc limit ?
            """;

    private final DataSource database;
    private final Editors editors;
    private final Cursors cursors;

    HistoryPages(DataSource database, Editors editors, Cursors cursors) {
        this.database = database;
        this.editors = editors;
        this.cursors = cursors;
    }

    /** As HSDS "metadata". Values are empty where there was none, or where they might tell of a confidential place. */
    public record Entry(
            UUID id,
            String resourceType,
            UUID resourceId,
            Instant lastActionDate,
            String lastActionType,
            String fieldName,
            String previousValue,
            String replacementValue,
            String updatedBy) {}

    /** @param next absent on the last page */
    public record Page(List<Entry> items, @Nullable String next) {}

    private record Numbered(long number, Entry entry) {}

    Response of(String type, UUID id, @Nullable String limit, @Nullable String cursor, UriInfo uri) {
        List<Optional<UUID>> owner = Rows.read(
                database,
                OWNER,
                s -> {
                    for (int i = 1; i <= 8; i++) {
                        s.setObject(i, id);
                    }
                },
                row -> Optional.ofNullable(row.getObject(1, UUID.class)));
        if (owner.isEmpty()) {
            throw Problems.notFound();
        }
        UUID organization = owner.getFirst().orElse(null);
        editors.requireMayChange(organization);
        String scope = "history " + type + id;
        long before =
                cursor == null || cursor.isBlank() ? Long.MAX_VALUE : Long.parseLong(cursors.decode(scope, cursor));
        int size = PageSize.of(limit, STANDARD, LARGEST);
        boolean secret = isSecret(type, id, organization);
        List<Numbered> found = Rows.read(
                database,
                PAGE,
                s -> {
                    s.setObject(1, id);
                    s.setString(2, type);
                    s.setLong(3, before);
                    s.setInt(4, size);
                },
                row -> entry(type, id, secret, row));
        String next = found.size() < size
                ? null
                : cursors.encode(scope, Long.toString(found.getLast().number()));
        Response.ResponseBuilder page =
                Response.ok(new Page(found.stream().map(Numbered::entry).toList(), next));
        if (next != null) {
            page.link(
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build(), "next");
        }
        return page.build();
    }

    private boolean isSecret(String type, UUID id, @Nullable UUID organization) {
        return Rows.read(
                        database,
                        SECRET,
                        s -> {
                            s.setString(1, type);
                            s.setObject(2, id);
                            s.setObject(3, organization);
                            s.setObject(4, id);
                        },
                        row -> row.getBoolean(1))
                .getFirst();
    }

    /** The first and the last thing that is known of an entity is its id: not written down a second time. */
    private static Numbered entry(String type, UUID id, boolean secret, ResultSet row) throws SQLException {
        long number = row.getLong(1);
        String action = row.getString(3);
        boolean hidden = secret && action.equals("update") && !History.HARMLESS.contains(row.getString(4));
        return new Numbered(
                number,
                new Entry(
                        NameBasedId.of(NAMESPACE, Long.toString(number)),
                        type,
                        id,
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        action,
                        row.getString(4),
                        action.equals("delete") ? id.toString() : hidden ? "" : row.getString(5),
                        action.equals("create") ? id.toString() : hidden ? "" : row.getString(6),
                        row.getString(7)));
    }
}
