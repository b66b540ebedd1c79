package org.kith.referral.checkin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Tenancy;
import org.kith.web.Problems;

@ApplicationScoped
public class CheckIns implements PanacheRepositoryBase<CheckIn, UUID> {
    private static final List<Integer> DAYS_WITH_A_PLAN = List.of(7, 30, 90);
    private static final List<Integer> DAYS_WITHOUT = List.of(14);

    private final Tenancy tenancy;

    CheckIns(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Help has begun: asks at 7, 30 and 90 days, or once after 14 where there is no plan. */
    public void schedule(String tenant, UUID client, UUID referral, boolean withPlan, Instant start) {
        for (int days : withPlan ? DAYS_WITH_A_PLAN : DAYS_WITHOUT) {
            persist(new CheckIn(tenant, client, referral, start.plus(Duration.ofDays(days))));
        }
    }

    CheckIn requireLocked(UUID id) {
        CheckIn checkIn = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (checkIn == null || !tenancy.owns(checkIn.tenant())) {
            throw Problems.notFound();
        }
        return checkIn;
    }

    /** Not recorded yet and due before then, the longest due first. */
    public List<CheckIn> dueBefore(Instant then, Paging.@Nullable Position after, int limit) {
        String due = "tenant = ?1 and recordedAt is null and dueAt < ?2";
        return (after == null
                        ? find(due + " order by dueAt, id", tenancy.tenant(), then)
                        : find(
                                due + " and (dueAt, id) > (?3, ?4) order by dueAt, id",
                                tenancy.tenant(),
                                then,
                                after.at(),
                                after.id()))
                .page(0, limit)
                .list();
    }

    List<CheckIn> of(UUID referral) {
        return list("tenant = ?1 and referralId = ?2 order by dueAt, id", tenancy.tenant(), referral);
    }
}
