package org.kith.referral.attempt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Tenancy;
import org.kith.web.Problems;

@ApplicationScoped
public class Attempts implements PanacheRepositoryBase<Attempt, UUID> {
    private final Tenancy tenancy;

    Attempts(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** An attempt that was offered to the caller's organization. */
    public Attempt requireReceived(UUID id) {
        return inReach(findById(id), attempt -> tenancy.receives(attempt.organizationId()));
    }

    /** An attempt that the caller's organization made. */
    public Attempt requireSent(UUID id) {
        return inReach(findById(id), attempt -> tenancy.owns(attempt.tenant()));
    }

    /** Either. */
    public Attempt require(UUID id) {
        return inReach(
                findById(id), attempt -> tenancy.owns(attempt.tenant()) || tenancy.receives(attempt.organizationId()));
    }

    /** Asked before the attempt is read, so that its referral can be locked first. */
    public Optional<UUID> referralOf(UUID id) {
        return getEntityManager()
                .createQuery("select a.referralId from Attempt a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public List<Attempt> of(UUID referral) {
        return list("referralId = ?1 order by offeredAt, id", referral);
    }

    public List<Attempt> under(UUID consent) {
        return list("consentId = ?1 order by offeredAt, id", consent);
    }

    private static Attempt inReach(@Nullable Attempt attempt, java.util.function.Predicate<Attempt> reach) {
        if (attempt == null || !reach.test(attempt)) {
            throw Problems.notFound();
        }
        return attempt;
    }
}
