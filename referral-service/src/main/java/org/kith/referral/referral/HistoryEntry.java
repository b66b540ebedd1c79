package org.kith.referral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.lifecycle.Moved;

/** One thing that happened to a referral; never changed afterwards. */
@Entity
@Table(name = "history")
@IdClass(HistoryEntry.Key.class)
class HistoryEntry {
    @Id
    private UUID referralId;

    @Id
    private long sequence;

    private @Nullable UUID attemptId;
    private Instant at;
    private String event;

    @Column(name = "from_state")
    private @Nullable String from;

    @Column(name = "to_state")
    private String to;

    private String businessStatus;
    private @Nullable String reason;
    private @Nullable Instant dueAt;
    private String actorRole;

    protected HistoryEntry() {}

    HistoryEntry(UUID referralId, long sequence, Moved moved) {
        this.referralId = referralId;
        this.sequence = sequence;
        this.attemptId = moved.attempt();
        this.at = moved.at();
        this.event = moved.event();
        this.from = moved.from();
        this.to = moved.to();
        this.businessStatus = moved.businessStatus();
        this.reason = moved.reason();
        this.dueAt = moved.dueAt();
        this.actorRole = moved.by().role();
    }

    long sequence() {
        return sequence;
    }

    @Nullable
    UUID attemptId() {
        return attemptId;
    }

    Instant at() {
        return at;
    }

    String event() {
        return event;
    }

    @Nullable
    String from() {
        return from;
    }

    String to() {
        return to;
    }

    @Nullable
    String reason() {
        return reason;
    }

    String actorRole() {
        return actorRole;
    }

    /** Entries of a referral are numbered by its events. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private UUID referralId;
        private long sequence;

        Key() {
            this(new UUID(0, 0), 0);
        }

        Key(UUID referralId, long sequence) {
            this.referralId = referralId;
            this.sequence = sequence;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.sequence == sequence && key.referralId.equals(referralId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(referralId, sequence);
        }
    }
}
