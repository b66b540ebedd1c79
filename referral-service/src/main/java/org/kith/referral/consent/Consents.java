package org.kith.referral.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.referral.platform.Tenancy;
import org.kith.web.Problems;

@ApplicationScoped
public class Consents implements PanacheRepositoryBase<Consent, UUID> {
    private final Tenancy tenancy;

    Consents(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Consent require(UUID id) {
        Consent consent = findById(id);
        if (consent == null || !tenancy.owns(consent.tenant())) {
            throw Problems.notFound();
        }
        return consent;
    }

    List<Consent> of(UUID client) {
        return list("clientId = ?1 order by createdAt desc, id", client);
    }

    public boolean anyInForce(UUID client, Instant now) {
        return of(client).stream().anyMatch(consent -> consent.isInForce(now));
    }

    /** The newest consent under which this organization may be asked. */
    public Optional<Consent> covering(UUID client, UUID organization, Instant now) {
        return of(client).stream()
                .filter(consent -> consent.covers(organization, now))
                .findFirst();
    }
}
