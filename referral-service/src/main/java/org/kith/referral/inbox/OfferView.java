package org.kith.referral.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.client.Contact;

/**
 * An offer as the receiving organization sees it.
 *
 * @param language shown first: somebody who speaks it should answer
 * @param safeContact shown first: how the client may be reached at all
 * @param area roughly where the client lives
 * @param client who it is; only once the organization has accepted, and only as far as the consent goes
 * @param note the source's words; with the same limits
 */
record OfferView(
        UUID id,
        UUID referralId,
        UUID serviceId,
        @Nullable String serviceName,
        String state,
        String taskStatus,
        String businessStatus,
        @Nullable String language,
        Contact.@Nullable Method safeContact,
        @Nullable String area,
        String need,
        String urgency,
        Instant offeredAt,
        @Nullable Instant dueAt,
        @Nullable Person client,
        @Nullable String note,
        @Nullable String part2Notice,
        long version) {

    record Person(
            UUID id, @Nullable String displayName, @Nullable Contact contact) {}
}
