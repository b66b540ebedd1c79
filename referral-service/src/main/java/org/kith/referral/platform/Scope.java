package org.kith.referral.platform;

import java.util.Optional;
import java.util.UUID;
import org.kith.referral.lifecycle.Actor;

/**
 * For whom a transaction runs.
 *
 * @param tenant the source's organization, whose clients and referrals are in reach
 * @param organization the directory's id of a receiving organization, whose offers are in reach
 * @param actor in what capacity the source, or the platform, acts
 */
public record Scope(Optional<String> tenant, Optional<UUID> organization, Actor actor, String databaseRole) {
    static final Scope NOBODY = new Scope(Optional.empty(), Optional.empty(), Actor.PLATFORM, "kith_referral");
    static final Scope CLOCK = new Scope(Optional.empty(), Optional.empty(), Actor.PLATFORM, "kith_referral_clock");
}
