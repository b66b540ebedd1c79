package org.kith.referral.platform;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.kith.referral.lifecycle.Actor;
import org.kith.web.Caller;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** The one place that decides whose rows are in reach: from the caller's token, and from nothing else. */
@ApplicationScoped
public class Tenancy {
    private static final ThreadLocal<Boolean> CLOCK = ThreadLocal.withInitial(() -> false);

    private final Caller caller;

    Tenancy(Caller caller) {
        this.caller = caller;
    }

    public Scope scope() {
        if (CLOCK.get()) {
            return Scope.CLOCK;
        }
        if (!Arc.container().requestContext().isActive() || caller.isAnonymous()) {
            return Scope.NOBODY;
        }
        boolean coordinator = caller.has(Roles.COORDINATOR);
        boolean source = coordinator || caller.has(Roles.PARTNER_CLINIC);
        Actor actor = coordinator ? Actor.COORDINATOR : source ? Actor.SOURCE : Actor.PROVIDER;
        return new Scope(
                source ? caller.organization() : Optional.empty(),
                caller.has(Roles.PROVIDER) ? caller.hsdsOrganization() : Optional.empty(),
                actor,
                "kith_referral");
    }

    /** The tenant of a source, without which it may do nothing. */
    public String tenant() {
        return scope().tenant().orElseThrow(() -> Problems.forbidden("The token names no single organization."));
    }

    /** The organization of a provider, without which there is no inbox. */
    public UUID organization() {
        return scope().organization()
                .orElseThrow(() -> Problems.forbidden("The token names no organization of the directory."));
    }

    public boolean owns(String tenant) {
        return scope().tenant().filter(tenant::equals).isPresent();
    }

    public boolean receives(UUID organization) {
        return scope().organization().filter(organization::equals).isPresent();
    }

    /** Runs what the clock makes happen to referrals of every tenant. */
    public <T> T asClock(Supplier<T> work) {
        CLOCK.set(true);
        try {
            return work.get();
        } finally {
            CLOCK.remove();
        }
    }
}
