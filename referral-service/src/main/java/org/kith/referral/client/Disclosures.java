package org.kith.referral.client;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Paging;

/** The book of what was told to whom; entries are only added. */
@ApplicationScoped
public class Disclosures implements PanacheRepositoryBase<Disclosure, UUID> {

    /** What is told, to whom, about whom, and on what ground. */
    public record Telling(
            String tenant, UUID client, UUID attempt, UUID organization, List<String> information, String purpose) {}

    public void record(Telling telling, boolean part2, Instant now) {
        persist(new Disclosure(
                UUID.randomUUID(),
                telling.tenant(),
                telling.client(),
                telling.attempt(),
                telling.organization(),
                now,
                telling.information(),
                telling.purpose(),
                part2));
    }

    List<Disclosure> page(UUID client, Paging.@Nullable Position after, int limit) {
        return (after == null
                        ? find("clientId = ?1 order by at, id", client)
                        : find("clientId = ?1 and (at, id) > (?2, ?3) order by at, id", client, after.at(), after.id()))
                .page(0, limit)
                .list();
    }
}
