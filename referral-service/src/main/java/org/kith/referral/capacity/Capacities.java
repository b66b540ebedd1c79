package org.kith.referral.capacity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;
import org.kith.outbox.CloudEvents;
import org.kith.outbox.Outbox;
import org.kith.outbox.OutboxEvent;

/** Keeps what was last said about a service's capacity, and tells the directory in the same transaction. */
@ApplicationScoped
public class Capacities {
    private final EntityManager database;
    private final Outbox outbox;
    private final ObjectMapper json;

    Capacities(EntityManager database, Outbox outbox, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * What an organization says.
     *
     * @param capacity open, waitlist or full
     * @param estimatedDays of waiting
     */
    public record Statement(
            UUID serviceId,
            UUID organizationId,
            String capacity,
            @Nullable Integer estimatedDays,
            Instant statedAt) {}

    public void state(Statement said) {
        // The row is locked until the end of the transaction, so that events of a service keep their order.
        Long sequence = (Long) database.createNativeQuery("""
                        INSERT INTO capacity AS known VALUES (:service, :organization, :capacity, CAST(:days AS int), :at, 1)
                        ON CONFLICT (service_id) DO UPDATE SET organization_id = :organization, capacity = :capacity,
                            estimated_days = excluded.estimated_days, stated_at = :at, sequence = known.sequence + 1
                        RETURNING sequence""", Long.class)
                .setParameter("service", said.serviceId())
                .setParameter("organization", said.organizationId())
                .setParameter("capacity", said.capacity())
                .setParameter("days", said.estimatedDays())
                .setParameter("at", said.statedAt().atOffset(ZoneOffset.UTC))
                .getSingleResult();
        outbox.append(new OutboxEvent(
                Topic.CAPACITIES.topicName(),
                said.serviceId().toString(),
                CloudEvents.type("capacity.stated"),
                bytes(said),
                said.serviceId().toString(),
                sequence));
    }

    private byte[] bytes(Statement said) {
        try {
            return json.writeValueAsBytes(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A statement could not be written", e);
        }
    }
}
