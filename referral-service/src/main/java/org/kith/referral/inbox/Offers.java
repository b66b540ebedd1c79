package org.kith.referral.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.lifecycle.AttemptState;
import org.kith.referral.platform.Paging;
import org.kith.referral.referral.Referral;

/** The offers made to one organization, with their referrals, what is due first coming first. */
@ApplicationScoped
class Offers {
    static final Set<AttemptState> OPEN = EnumSet.allOf(AttemptState.class).stream()
            .filter(AttemptState::isOpen)
            .collect(Collectors.toUnmodifiableSet());

    private final EntityManager database;

    Offers(EntityManager database) {
        this.database = database;
    }

    record Row(Attempt attempt, Referral referral) {}

    record Filter(
            Set<AttemptState> states,
            @Nullable UUID service,
            @Nullable String need,
            @Nullable String urgency) {}

    List<Row> page(UUID organization, Filter filter, Paging.@Nullable Position after, int limit) {
        StringBuilder query = new StringBuilder("select a, r from Attempt a join Referral r on r.id = a.referralId"
                + " where a.organizationId = :organization and a.state in :states");
        Map<String, Object> values = new HashMap<>();
        values.put("organization", organization);
        values.put("states", filter.states());
        add(query, values, " and a.serviceId = :service", "service", filter.service());
        add(query, values, " and r.need = :need", "need", filter.need());
        add(query, values, " and r.urgency = :urgency", "urgency", filter.urgency());
        if (after != null) {
            query.append(" and (coalesce(a.dueAt, a.offeredAt), a.id) > (:at, :id)");
            values.put("at", after.at());
            values.put("id", after.id());
        }
        query.append(" order by coalesce(a.dueAt, a.offeredAt), a.id");
        TypedQuery<Object[]> rows = database.createQuery(query.toString(), Object[].class);
        values.forEach(rows::setParameter);
        List<Row> page = new ArrayList<>();
        for (Object[] row : rows.setMaxResults(limit).getResultList()) {
            page.add(new Row((Attempt) row[0], (Referral) row[1]));
        }
        return page;
    }

    Map<AttemptState, Long> counts(UUID organization) {
        return database.createQuery(
                        "select a.state, count(a) from Attempt a where a.organizationId = :organization group by a.state",
                        Object[].class)
                .setParameter("organization", organization)
                .getResultStream()
                .collect(Collectors.toMap(row -> (AttemptState) row[0], row -> (Long) row[1]));
    }

    private static void add(
            StringBuilder query, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            query.append(condition);
            values.put(name, value);
        }
    }
}
