package org.kith.referral.checkin;

import java.util.UUID;

/** Fired inside the transaction that records a check-in. */
public record CheckInRecorded(UUID checkIn, UUID referral) {}
