package org.kith.directory.verification;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.platform.Patience;
import org.kith.outbox.CloudEvents;
import org.kith.outbox.Envelope;
import org.kith.outbox.Inbox;
import org.kith.outbox.Topics;

/** A referral that found a service closed, or nobody there, asks somebody to look at its listing. */
@ApplicationScoped
class ReferralOutcomes {
    private static final String CONSUMER = "referral-outcomes";
    private static final String DISCONTINUED = "service-discontinued";
    private static final String UNREACHABLE = "could-not-reach";

    private final Questions questions;
    private final Topics topics;

    ReferralOutcomes(Questions questions, Topics topics) {
        this.questions = questions;
        this.topics = topics;
    }

    void atStart(@Observes StartupEvent start) {
        topics.ensureDeadLettersOf(Topic.REFERRALS);
    }

    @Incoming("referrals")
    @Blocking
    void receive(ConsumerRecord<String, byte @Nullable []> event) {
        byte[] data = event.value();
        if (data == null) {
            return;
        }
        Envelope envelope = Envelope.of(event.headers());
        JsonNode outcome = read(data);
        Optional<Cause> cause =
                cause(envelope.type(), outcome.path("reason_code").asText());
        // Without a resource where the event may not name one.
        Optional<UUID> service = NameBasedId.asUuid(outcome.path("resource_id").asText());
        if (cause.isPresent() && service.isPresent()) {
            Patience.of(() -> questions.ask(envelope.id(), service.get(), cause.get()));
        }
    }

    /** An offer that expired was never looked at: nobody there. */
    static Optional<Cause> cause(String type, String reasonCode) {
        if (type.equals(CloudEvents.type("attempt.declined")) && reasonCode.equals(DISCONTINUED)) {
            return Optional.of(Cause.SERVICE_DISCONTINUED);
        }
        if (type.equals(CloudEvents.type("attempt.expired")) || reasonCode.equals(UNREACHABLE)) {
            return Optional.of(Cause.COULD_NOT_REACH);
        }
        return Optional.empty();
    }

    private static JsonNode read(byte[] data) {
        try {
            return HsdsJson.mapper().readTree(data);
        } catch (IOException e) {
            throw new IllegalArgumentException("not an event of a referral", e);
        }
    }

    /** The transaction of one event. */
    @ApplicationScoped
    static class Questions {
        private final Inbox inbox;
        private final OpenQuestions open;

        Questions(Inbox inbox, OpenQuestions open) {
            this.inbox = inbox;
            this.open = open;
        }

        @Transactional
        void ask(String eventId, UUID service, Cause cause) {
            if (inbox.firstTime(CONSUMER, eventId)) {
                open.ask(service, cause);
            }
        }
    }
}
