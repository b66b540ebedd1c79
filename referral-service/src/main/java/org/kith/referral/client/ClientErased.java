package org.kith.referral.client;

import java.util.UUID;

/** Fired inside the transaction that erases a client; what is open of it must end. */
public record ClientErased(UUID client) {}
