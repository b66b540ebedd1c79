package org.kith.referral.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Tenancy;
import org.kith.web.Problems;

@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, UUID> {
    private final Tenancy tenancy;

    Plans(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Plan require(UUID id) {
        Plan plan = findById(id);
        if (!isOwn(plan)) {
            throw Problems.notFound();
        }
        return plan;
    }

    List<Plan> of(UUID client) {
        return list("clientId = ?1 order by createdAt desc, id", client);
    }

    /** Whether the client has this plan; until the transaction ends nobody else adds a referral to it. */
    public boolean lockOf(UUID client, UUID id) {
        Plan plan = findById(id, LockModeType.PESSIMISTIC_WRITE);
        return plan != null && isOwn(plan) && plan.clientId().equals(client);
    }

    private boolean isOwn(@Nullable Plan plan) {
        return plan != null && tenancy.owns(plan.tenant());
    }
}
