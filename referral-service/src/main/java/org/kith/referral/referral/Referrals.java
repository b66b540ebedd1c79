package org.kith.referral.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.referral.lifecycle.ReferralState;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Tenancy;
import org.kith.web.Problems;

@ApplicationScoped
public class Referrals implements PanacheRepositoryBase<Referral, UUID> {
    private static final Set<ReferralState> OPEN = EnumSet.allOf(ReferralState.class).stream()
            .filter(ReferralState::isOpen)
            .collect(Collectors.toUnmodifiableSet());

    private final Tenancy tenancy;

    Referrals(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** The caller's own referral; another's is not there. */
    Referral require(UUID id) {
        return own(findById(id));
    }

    /** The same, and whatever else would happen to it waits: its events are numbered one after the other. */
    Referral requireLocked(UUID id) {
        return own(lock(id));
    }

    @Nullable
    Referral lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** An open referral of the same client, need and service; where none is at a service yet, that counts as equal. */
    Optional<Referral> duplicate(UUID client, String need, @Nullable UUID service) {
        return list("clientId = ?1 and need = ?2 and state in ?3", client, need, OPEN).stream()
                .filter(open -> java.util.Objects.equals(open.serviceId(), service))
                .findFirst();
    }

    long openOf(UUID plan) {
        return count("planId = ?1 and state in ?2", plan, OPEN);
    }

    List<Referral> openOfClient(UUID client) {
        return list("clientId = ?1 and state in ?2 order by createdAt, id", client, OPEN);
    }

    List<Referral> page(Set<ReferralState> states, @Nullable UUID client, Paging.@Nullable Position after, int limit) {
        StringBuilder where = new StringBuilder("tenant = :tenant");
        Parameters with = Parameters.with("tenant", tenancy.tenant());
        if (!states.isEmpty()) {
            where.append(" and state in :states");
            with = with.and("states", states);
        }
        if (client != null) {
            where.append(" and clientId = :client");
            with = with.and("client", client);
        }
        if (after != null) {
            where.append(" and (createdAt, id) < (:at, :id)");
            with = with.and("at", after.at()).and("id", after.id());
        }
        return find(where + " order by createdAt desc, id desc", with)
                .page(0, limit)
                .list();
    }

    private Referral own(@Nullable Referral referral) {
        if (referral == null || !tenancy.owns(referral.tenant())) {
            throw Problems.notFound();
        }
        return referral;
    }
}
