package org.kith.directory.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Freshness;
import org.kith.directory.platform.Rows;

/** Listings that somebody has to look at, from the index of their urgency: a page costs the same wherever it lies. */
@ApplicationScoped
class Queue {
    /** In the order of the index, between the end of the last page and what is not yet stale today. */
    private static final String PAGE = """
            select l.service_id, l.organization_id, convert_from(l.document, 'UTF8')::jsonb ->> 'name',
                   l.urgency, l.stale_from, l.assured_on
            from listing l
            where not l.withdrawn and (l.urgency, l.stale_from, l.service_id) > (?, ?, ?)
              and (l.urgency, l.stale_from) <= (?, ?)%s
            order by l.urgency, l.stale_from, l.service_id limit ?
            """;

    private static final String ASKED =
            " and exists (select 1 from verification_queue q where q.service_id = l.service_id and q.reason = ?"
                    + " and q.answered_at is null)";
    private static final String CAUSES = """
            select q.service_id, q.reason, q.queued_at,
                   (select count(*) from report r where r.service_id = q.service_id and r.resolved_at is null
                    and case r.reason when 'closed' then 'reported-closed' when 'unsafe' then 'reported-unsafe'
                                      else 'reported-wrong' end = q.reason)
            from verification_queue q where q.service_id = any(?) and q.answered_at is null
            """;

    private final DataSource database;

    Queue(DataSource database) {
        this.database = database;
    }

    /** @param organization of which alone, or null */
    record Filter(@Nullable UUID organization, @Nullable Cause cause) {}

    /** Where a page ended. */
    record Position(int urgency, LocalDate staleFrom, UUID service) {
        static final Position START = new Position(-1, Freshness.NEVER_VERIFIED, new UUID(0, 0));
    }

    /** @param reports how many people reported it, where it was reported */
    record Why(Cause cause, @Nullable Instant since, long reports) {}

    record Entry(
            UUID service,
            UUID organization,
            String name,
            @Nullable LocalDate verifiedOn,
            Position position,
            List<Why> causes) {}

    /** The most urgent first, of equal ones the longest stale. */
    List<Entry> page(Filter filter, Position after, LocalDate today, int limit) {
        List<Object> values = new ArrayList<>();
        String sql = sql(filter, after, today, values);
        record Found(
                UUID service,
                UUID organization,
                String name,
                Position position,
                @Nullable LocalDate assured) {}
        List<Found> found = Rows.read(
                database,
                sql,
                s -> {
                    int next = bind(s, values);
                    s.setInt(next, limit);
                },
                row -> new Found(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        new Position(row.getInt(4), row.getObject(5, LocalDate.class), row.getObject(1, UUID.class)),
                        row.getObject(6, LocalDate.class)));
        Map<UUID, List<Why>> asked = asked(found.stream().map(Found::service).toList());
        return found.stream()
                .map(f -> new Entry(
                        f.service(),
                        f.organization(),
                        f.name(),
                        f.assured(),
                        f.position(),
                        causes(asked.getOrDefault(f.service(), List.of()), f.position(), today)))
                .toList();
    }

    /** The statement of a page without its limit's value, which comes last. */
    static String sql(Filter filter, Position after, LocalDate today, List<Object> values) {
        StringBuilder more = new StringBuilder();
        Cause cause = filter.cause();
        boolean asked = cause != null && cause.isAsked();
        values.addAll(List.of(after.urgency(), after.staleFrom(), after.service()));
        // Of those of which nobody asked anything, only as many as are stale.
        values.addAll(List.of(
                cause == null || !asked ? Cause.BY_AGE : Cause.BY_AGE - 1,
                asked ? LocalDate.of(9999, 12, 31) : cause == Cause.NEVER_VERIFIED ? Freshness.NEVER_VERIFIED : today));
        if (filter.organization() != null) {
            more.append(" and l.organization_id = ?");
            values.add(filter.organization());
        }
        if (cause != null && asked) {
            more.append(ASKED);
            values.add(cause.code());
        } else if (cause == Cause.NEVER_VERIFIED) {
            more.append(" and l.assured_on is null");
        } else if (cause == Cause.VERIFIED_LONG_AGO) {
            more.append(" and l.assured_on is not null and l.stale_from <= ?");
            values.add(today);
        }
        return PAGE.formatted(more);
    }

    private Map<UUID, List<Why>> asked(List<UUID> services) {
        Map<UUID, List<Why>> asked = new HashMap<>();
        Rows.read(
                database,
                CAUSES,
                s -> s.setArray(1, s.getConnection().createArrayOf("uuid", services.toArray())),
                row -> asked.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(why(row)));
        return asked;
    }

    private static Why why(ResultSet row) throws SQLException {
        return new Why(
                Cause.of(row.getString(2)).orElse(Cause.REPORTED_WRONG),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getLong(4));
    }

    private static List<Why> causes(List<Why> asked, Position position, LocalDate today) {
        List<Why> causes = new ArrayList<>(asked);
        causes.sort(Comparator.comparing(Why::cause));
        if (position.staleFrom().equals(Freshness.NEVER_VERIFIED)) {
            causes.add(new Why(Cause.NEVER_VERIFIED, null, 0));
        } else if (!position.staleFrom().isAfter(today)) {
            causes.add(new Why(
                    Cause.VERIFIED_LONG_AGO,
                    position.staleFrom().atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                    0));
        }
        return causes;
    }

    private static int bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return values.size() + 1;
    }
}
