package org.kith.referral.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client allowed: named recipients, named information, one purpose, until a day or until revoked. */
@Entity
public class Consent {
    @Id
    private UUID id;

    private String tenant;
    private UUID clientId;
    private List<UUID> recipients;
    private List<String> information;
    private String purpose;
    private String given;
    private boolean part2;
    private @Nullable Instant expiresAt;
    private Instant createdAt;
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    protected Consent() {}

    Consent(UUID id, String tenant, UUID clientId, NewConsent asked, @Nullable Instant expiresAt, Instant now) {
        this.id = id;
        this.tenant = tenant;
        this.clientId = clientId;
        this.recipients = asked.recipients().stream()
                .map(NewConsent.Recipient::organizationId)
                .distinct()
                .toList();
        this.information = asked.information().stream().distinct().toList();
        this.purpose = asked.purpose();
        this.given = asked.given();
        this.part2 = Boolean.TRUE.equals(asked.part2());
        this.expiresAt = expiresAt;
        this.createdAt = now;
    }

    /** Whether it may be acted on at all. */
    public boolean isInForce(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether an offer may leave for this organization: an offer tells the need, at the least. */
    public boolean covers(UUID organization, Instant now) {
        return isInForce(now) && recipients.contains(organization) && information.contains("need");
    }

    /** Whether the recipient may know who the client is and how to reach the client, once it has accepted. */
    public boolean allows(String piece) {
        return information.contains(piece);
    }

    /** False where there was nothing left to revoke. */
    boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    String status(Instant now) {
        return revokedAt != null ? "revoked" : isInForce(now) ? "active" : "expired";
    }

    public UUID id() {
        return id;
    }

    String tenant() {
        return tenant;
    }

    UUID clientId() {
        return clientId;
    }

    List<UUID> recipients() {
        return recipients;
    }

    public List<String> information() {
        return information;
    }

    public String purpose() {
        return purpose;
    }

    String given() {
        return given;
    }

    public boolean isPart2() {
        return part2;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    long version() {
        return version;
    }
}
