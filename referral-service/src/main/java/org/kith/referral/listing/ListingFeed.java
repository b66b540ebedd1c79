package org.kith.referral.listing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.kith.outbox.CloudEvents;
import org.kith.outbox.Inbox;

/** Keeps our copy of the listings in step with {@code directory.listing.v1}; a listing without a value is gone. */
@ApplicationScoped
class ListingFeed {
    private static final String CONSUMER = "referral-listings";

    private final Listings listings;
    private final Inbox inbox;
    private final ObjectMapper json = new ObjectMapper();

    ListingFeed(Listings listings, Inbox inbox) {
        this.listings = listings;
        this.inbox = inbox;
    }

    @Incoming("listings")
    @Blocking
    @Transactional
    void take(ConsumerRecord<String, byte[]> event) throws IOException {
        String id = header(event, CloudEvents.ID);
        if (!inbox.firstTime(CONSUMER, id)) {
            return;
        }
        UUID service = UUID.fromString(event.key());
        long sequence = Long.parseLong(header(event, CloudEvents.SEQUENCE));
        byte @Nullable [] value = event.value();
        if (value == null) {
            listings.withdraw(service, sequence);
        } else {
            listings.publish(service, ListingDocument.of(json.readTree(value)), sequence);
        }
    }

    /** What is missing sends the event to the dead letters, with this as the reason. */
    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("No header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
