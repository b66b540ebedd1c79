package org.kith.referral.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;
import org.kith.outbox.CloudEvents;
import org.kith.outbox.Outbox;
import org.kith.outbox.OutboxEvent;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.lifecycle.Moved;

/** Writes down what happened and tells it, in the transaction in which it happened. The referral is locked. */
@ApplicationScoped
class Chronicle {
    private final EntityManager database;
    private final Outbox outbox;
    private final ObjectMapper json;

    Chronicle(EntityManager database, Outbox outbox, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
    }

    /** A draft is nobody else's business: it stands in the history before the first event. */
    void begin(Referral referral, Moved created) {
        database.persist(new HistoryEntry(referral.id(), 0, created));
    }

    void record(Referral referral, Moved moved) {
        record(referral, null, moved);
    }

    void record(Referral referral, @Nullable Attempt attempt, Moved moved) {
        long sequence = referral.nextSequence();
        database.persist(new HistoryEntry(referral.id(), sequence, moved));
        outbox.append(new OutboxEvent(
                Topic.REFERRALS.topicName(),
                referral.id().toString(),
                CloudEvents.type(moved.event()),
                bytes(ReferralEvent.of(referral, attempt, sequence, moved)),
                null,
                sequence));
    }

    List<HistoryEntry> of(UUID referral) {
        return database.createQuery(
                        "from HistoryEntry h where h.referralId = :referral order by h.sequence", HistoryEntry.class)
                .setParameter("referral", referral)
                .getResultList();
    }

    private byte[] bytes(ReferralEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event could not be written", e);
        }
    }
}
