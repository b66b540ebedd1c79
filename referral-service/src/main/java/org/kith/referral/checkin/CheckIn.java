package org.kith.referral.checkin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question asked some time after help began; it never reopens what is finished. */
@Entity
public class CheckIn {
    @Id
    private UUID id;

    private String tenant;
    private UUID clientId;
    private UUID referralId;
    private Instant dueAt;
    private @Nullable Instant recordedAt;
    private @Nullable Boolean contacted;
    private @Nullable Boolean attended;
    private @Nullable String helped;
    private @Nullable Boolean feltSafe;
    private @Nullable Boolean stillAttending;
    private @Nullable String urgency;

    @Version
    private long version;

    protected CheckIn() {}

    CheckIn(String tenant, UUID clientId, UUID referralId, Instant dueAt) {
        this.id = UUID.randomUUID();
        this.tenant = tenant;
        this.clientId = clientId;
        this.referralId = referralId;
        this.dueAt = dueAt;
    }

    /** False where it was recorded before. */
    boolean record(Answers answers, Instant now) {
        if (recordedAt != null) {
            return false;
        }
        recordedAt = now;
        contacted = answers.contacted();
        attended = answers.attended();
        helped = answers.helped();
        feltSafe = answers.feltSafe();
        stillAttending = answers.stillAttending();
        urgency = answers.urgency();
        return true;
    }

    /** What the client answered; null where it was not asked or not answered. */
    Answers answers() {
        return new Answers(contacted, attended, helped, feltSafe, stillAttending, urgency);
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

    public UUID referralId() {
        return referralId;
    }

    public Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant recordedAt() {
        return recordedAt;
    }

    long version() {
        return version;
    }
}
