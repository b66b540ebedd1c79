package org.kith.referral.consent;

import java.util.UUID;

/** Fired inside the transaction that revokes a consent; what is open under it must end. */
public record ConsentRevoked(UUID consent, UUID client) {}
