package org.kith.referral.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Paging;

/** One sorted list out of three: referrals that nobody has, attempts that are out, and check-ins. */
@ApplicationScoped
class Work {
    private static final Duration CHECK_INS_AHEAD = Duration.ofDays(7);
    private static final String ALL = """
            SELECT * FROM (
                SELECT CASE WHEN r.state = 'SENT' OR r.state = 'MATCHING' THEN 'to-offer' ELSE 'came-back' END AS kind,
                       r.id, r.id AS referral_id, r.client_id, r.need, r.urgency, r.state, r.business_status,
                       'source' AS turn, r.updated_at AS due_at
                FROM referral r
                WHERE r.tenant = :tenant AND r.state IN ('SENT', 'MATCHING', 'REROUTING', 'PLACED')
                  AND NOT EXISTS (SELECT FROM attempt a WHERE a.referral_id = r.id
                      AND a.state IN ('OFFERED', 'VIEWED', 'ACCEPTED', 'WAITLISTED', 'IN_SERVICE', 'NO_SHOW'))
                UNION ALL
                SELECT CASE WHEN a.due_at < :now THEN 'overdue' ELSE 'waiting' END,
                       a.id, r.id, r.client_id, r.need, r.urgency, a.state, a.business_status, 'provider', a.due_at
                FROM attempt a JOIN referral r ON r.id = a.referral_id
                WHERE a.tenant = :tenant AND a.due_at IS NOT NULL
                  AND a.state IN ('OFFERED', 'VIEWED', 'ACCEPTED', 'WAITLISTED', 'IN_SERVICE', 'NO_SHOW')
                UNION ALL
                SELECT 'check-in', c.id, r.id, r.client_id, r.need, r.urgency, r.state, r.business_status, 'source', c.due_at
                FROM check_in c JOIN referral r ON r.id = c.referral_id
                WHERE c.tenant = :tenant AND c.recorded_at IS NULL AND c.due_at < :soon
            ) work
            WHERE (:kind = '' OR kind = :kind) AND (due_at, id) > (:after_at, :after_id)
            ORDER BY due_at, id LIMIT :many""";

    private final EntityManager database;
    private final Clock clock;

    Work(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One thing to do.
     *
     * @param id of the referral, the attempt or the check-in, as the kind says
     * @param turn whose turn it is: source or provider
     * @param dueAt by when; for what nobody has, since when
     */
    record Item(
            String kind,
            UUID id,
            UUID referralId,
            UUID clientId,
            String need,
            String urgency,
            String state,
            String businessStatus,
            String turn,
            Instant dueAt) {}

    List<Item> page(String tenant, @Nullable String kind, Paging.@Nullable Position after, int limit) {
        Instant now = clock.instant();
        List<?> rows = database.createNativeQuery(ALL)
                .setParameter("tenant", tenant)
                .setParameter("now", at(now))
                .setParameter("soon", at(now.plus(CHECK_INS_AHEAD)))
                .setParameter("kind", kind == null ? "" : kind)
                .setParameter("after_at", at(after == null ? Instant.EPOCH : after.at()))
                .setParameter("after_id", after == null ? new UUID(0, 0) : after.id())
                .setParameter("many", limit)
                .getResultList();
        List<Item> items = new ArrayList<>();
        for (Object row : rows) {
            items.add(item((Object[]) row));
        }
        return items;
    }

    private static Item item(Object[] row) {
        return new Item(
                (String) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (UUID) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (Instant) row[9]);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
