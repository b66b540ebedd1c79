package org.kith.directory.listing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;
import org.kith.outbox.CloudEvents;
import org.kith.outbox.Outbox;
import org.kith.outbox.OutboxConfig;
import org.kith.outbox.OutboxEvent;
import org.kith.outbox.Topics;

/** Tells the other services, through the outbox: the document of a listing, or that it is gone. */
@ApplicationScoped
class ListingEvents {
    /** {@code last_modified} is put in when the document gets its number. */
    private static final int STAMP = 100;

    private final Outbox outbox;
    private final Topics topics;
    private final OutboxConfig limits;

    ListingEvents(Outbox outbox, Topics topics, OutboxConfig limits) {
        this.outbox = outbox;
        this.topics = topics;
        this.limits = limits;
    }

    int largestDocument() {
        return limits.maxEventBytes() - STAMP;
    }

    void atStart(@Observes StartupEvent start) {
        topics.ensure(Topic.LISTINGS);
    }

    /** @param firstWithdrawal the number of the first of the withdrawn ones */
    void append(List<DocumentRows.Numbered> changed, Collection<UUID> withdrawn, long firstWithdrawal) {
        List<OutboxEvent> events = new ArrayList<>();
        for (DocumentRows.Numbered listing : changed) {
            events.add(event(listing.service(), "listing.published", listing.bytes(), listing.change()));
        }
        long change = firstWithdrawal;
        for (UUID service : withdrawn) {
            events.add(event(service, "listing.withdrawn", null, change++));
        }
        outbox.append(events);
    }

    private static OutboxEvent event(UUID service, String type, byte @Nullable [] document, long change) {
        return new OutboxEvent(
                Topic.LISTINGS.topicName(),
                service.toString(),
                CloudEvents.type(type),
                document,
                service.toString(),
                change);
    }
}
