package org.kith.referral.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client, as its own source sees it. */
record ClientView(
        UUID id,
        @Nullable String displayName,
        @Nullable String language,
        @Nullable String area,
        @Nullable Contact contact,
        Instant createdAt,
        long version) {

    static ClientView of(Client client, @Nullable Profile profile) {
        return new ClientView(
                client.id(),
                profile == null ? null : profile.displayName(),
                client.language(),
                profile == null ? null : profile.area(),
                profile == null ? null : profile.contact(),
                client.createdAt(),
                client.version());
    }
}
