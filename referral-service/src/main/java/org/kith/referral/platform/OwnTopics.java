package org.kith.referral.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.kith.contracts.Topic;
import org.kith.outbox.Topics;

/** Makes the topics that this service writes; it starts without waiting for Kafka. */
@ApplicationScoped
class OwnTopics {
    private final Topics topics;

    OwnTopics(Topics topics) {
        this.topics = topics;
    }

    void make(@Observes StartupEvent started) {
        topics.ensure(Topic.REFERRALS, Topic.CAPACITIES);
        topics.ensureDeadLettersOf(Topic.LISTINGS);
    }
}
