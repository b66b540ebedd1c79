package org.kith.matching.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the copy holds, by sequence and content: it tells an older event from a newer one, and makes one version of the
 * whole that is equal wherever the contents are equal, in whatever order they came.
 */
final class FeedLedger {
    private record Entry(long sequence, long high, long low) {}

    private final Map<UUID, Entry> entries = new HashMap<>();
    private long high;
    private long low;

    /** Takes note of a listing, or of its end where {@code value} is null; false where something newer is known. */
    boolean accept(UUID id, long sequence, byte @Nullable [] value) {
        Entry known = entries.get(id);
        if (known != null && known.sequence() > sequence) {
            return false;
        }
        Entry entry = value == null ? new Entry(sequence, 0, 0) : entry(id, sequence, value);
        entries.put(id, entry);
        // A sum does not know in which order its parts came.
        high += entry.high() - (known == null ? 0 : known.high());
        low += entry.low() - (known == null ? 0 : known.low());
        return true;
    }

    String version() {
        return "%016x%016x".formatted(high, low);
    }

    private static Entry entry(UUID id, long sequence, byte[] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(id.toString().getBytes(StandardCharsets.US_ASCII));
            ByteBuffer bytes = ByteBuffer.wrap(digest.digest(value));
            return new Entry(sequence, bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
