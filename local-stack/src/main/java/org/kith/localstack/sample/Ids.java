package org.kith.localstack.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5, so that the same row has the same id on every machine and at every loading. */
final class Ids {
    private static final UUID SAMPLE = UUID.fromString("0f9d2c5e-6a3b-4e8f-9c71-2d4b6a8e0c13");

    private Ids() {}

    /** Such as {@code of("service", "hope-grief-group")}. */
    static String of(String entity, String key) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16)
                .putLong(SAMPLE.getMostSignificantBits())
                .putLong(SAMPLE.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest((entity + ":" + key).getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
