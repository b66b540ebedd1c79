package org.kith.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.client.Disclosures;
import org.kith.referral.consent.Consent;
import org.kith.referral.consent.Consents;

/** From acceptance on the organization may know who the client is, as far as the consent goes; that is written down. */
@ApplicationScoped
class Acquaintance {
    private final Consents consents;
    private final Disclosures disclosures;

    Acquaintance(Consents consents, Disclosures disclosures) {
        this.consents = consents;
        this.disclosures = disclosures;
    }

    void begin(Attempt attempt, Instant now) {
        Consent consent = consents.findById(attempt.consentId());
        if (consent == null || !consent.isInForce(now)) {
            return;
        }
        List<String> told = consent.allows("contact")
                ? List.of("identity", "contact")
                : consent.allows("identity") ? List.of("identity") : List.of();
        if (!told.isEmpty()) {
            disclosures.record(
                    new Disclosures.Telling(
                            attempt.tenant(),
                            attempt.clientId(),
                            attempt.id(),
                            attempt.organizationId(),
                            told,
                            consent.purpose()),
                    consent.isPart2(),
                    now);
        }
    }
}
