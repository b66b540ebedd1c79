package org.kith.referral.client;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One thing that was told about a client to one organization. */
@Entity
class Disclosure {
    @Id
    private UUID id;

    private String tenant;
    private UUID clientId;
    private UUID attemptId;
    private UUID organizationId;
    private Instant at;
    private List<String> information;
    private String purpose;
    private boolean part2;

    protected Disclosure() {}

    Disclosure(
            UUID id,
            String tenant,
            UUID clientId,
            UUID attemptId,
            UUID organizationId,
            Instant at,
            List<String> information,
            String purpose,
            boolean part2) {
        this.id = id;
        this.tenant = tenant;
        this.clientId = clientId;
        this.attemptId = attemptId;
        this.organizationId = organizationId;
        this.at = at;
        this.information = List.copyOf(information);
        this.purpose = purpose;
        this.part2 = part2;
    }

    UUID id() {
        return id;
    }

    UUID attemptId() {
        return attemptId;
    }

    UUID organizationId() {
        return organizationId;
    }

    Instant at() {
        return at;
    }

    List<String> information() {
        return information;
    }

    String purpose() {
        return purpose;
    }

    boolean part2() {
        return part2;
    }
}
