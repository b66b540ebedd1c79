package org.kith.referral.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps a client agreed to. They are kept as they were taken over; nothing advances by itself. */
@Entity
public class Plan {
    @Id
    private UUID id;

    private String tenant;
    private UUID clientId;
    private @Nullable UUID matchId;
    private @Nullable String pace;
    private String steps;
    private Instant createdAt;

    @Version
    private long version;

    protected Plan() {}

    Plan(String tenant, UUID clientId, @Nullable UUID matchId, @Nullable String pace, String steps, Instant now) {
        this.id = UUID.randomUUID();
        this.tenant = tenant;
        this.clientId = clientId;
        this.matchId = matchId;
        this.pace = pace;
        this.steps = steps;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    String tenant() {
        return tenant;
    }

    public UUID clientId() {
        return clientId;
    }

    @Nullable
    UUID matchId() {
        return matchId;
    }

    @Nullable
    String pace() {
        return pace;
    }

    String steps() {
        return steps;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}
