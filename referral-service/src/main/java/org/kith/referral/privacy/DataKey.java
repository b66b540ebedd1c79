package org.kith.referral.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** One client's key. Each value is bound to its column, so that no column's bytes can be put into another. */
public final class DataKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final byte[] bytes;

    DataKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static DataKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DataKey(bytes);
    }

    /** @param column the table and column, such as {@code client.contact} */
    public byte @Nullable [] seal(String column, @Nullable String text) {
        return text == null ? null : Aes.seal(bytes, text.getBytes(StandardCharsets.UTF_8), column);
    }

    public @Nullable String open(String column, byte @Nullable [] sealed) {
        return sealed == null ? null : new String(Aes.open(bytes, sealed, column), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "DataKey";
    }
}
