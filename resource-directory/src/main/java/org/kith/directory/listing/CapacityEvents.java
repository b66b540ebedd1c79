package org.kith.directory.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.platform.Patience;
import org.kith.outbox.Envelope;
import org.kith.outbox.Inbox;
import org.kith.outbox.Topics;

/** What an organization said about its capacity in its referral inbox shows in its listing. */
@ApplicationScoped
class CapacityEvents {
    private static final String CONSUMER = "capacity";
    private static final Set<String> CODES = Set.of("open", "waitlist", "full");

    private final CapacityFromEvents capacity;
    private final Topics topics;

    CapacityEvents(CapacityFromEvents capacity, Topics topics) {
        this.capacity = capacity;
        this.topics = topics;
    }

    void atStart(@Observes StartupEvent start) {
        topics.ensureDeadLettersOf(Topic.CAPACITIES);
    }

    @Incoming("capacity")
    @Blocking
    void receive(ConsumerRecord<String, byte @Nullable []> event) {
        byte[] data = event.value();
        if (data == null) {
            // Nobody's statement was taken back: the newest that we have stays.
            return;
        }
        Envelope envelope = Envelope.of(event.headers());
        Statement statement = Statement.of(data);
        Patience.of(() -> capacity.take(envelope, event.key(), statement));
    }

    /** @throws IllegalArgumentException where the event says something else: such a record is poison */
    record Statement(UUID service, UUID organization, Said.Capacity capacity) {
        static Statement of(byte[] data) {
            try {
                JsonNode event = HsdsJson.mapper().readTree(data);
                String code = event.path("capacity").asText();
                if (!CODES.contains(code)) {
                    throw new IllegalArgumentException("capacity is none of " + CODES);
                }
                return new Statement(
                        UUID.fromString(event.path("service_id").asText()),
                        UUID.fromString(event.path("organization_id").asText()),
                        new Said.Capacity(
                                code,
                                event.hasNonNull("estimated_days")
                                        ? event.get("estimated_days").asInt()
                                        : null,
                                Instant.parse(event.path("stated_at").asText())));
            } catch (IOException | DateTimeException e) {
                throw new IllegalArgumentException("not a statement of capacity: " + e.getMessage(), e);
            }
        }
    }

    /** The transaction of one event. */
    @ApplicationScoped
    static class CapacityFromEvents {
        private final Inbox inbox;
        private final Listings listings;
        private final Directory directory;

        CapacityFromEvents(Inbox inbox, Listings listings, Directory directory) {
            this.inbox = inbox;
            this.listings = listings;
            this.directory = directory;
        }

        @Transactional
        void take(Envelope envelope, String key, Statement statement) {
            if (!inbox.firstTime(CONSUMER, envelope.id()) || !inbox.newerThan(CONSUMER, key, envelope.sequence())) {
                return;
            }
            StoredListing listing = listings.findById(statement.service());
            if (listing == null) {
                // Withdrawn meanwhile.
                return;
            }
            if (!listing.organizationId().equals(statement.organization())) {
                throw new IllegalArgumentException("the service belongs to another organization");
            }
            directory.say(statement.service(), statement.capacity());
        }
    }
}
