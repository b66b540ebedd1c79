package org.kith.referral.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key outside the database that wraps every client's own key. */
public final class MasterKey {
    private static final int BYTES = 32;

    private final byte[] wrapping;
    private final byte[] fingerprinting;

    /** @param secret 32 random bytes */
    public MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("The master key must have " + BYTES + " bytes");
        }
        // One secret, two purposes: derived apart, so that neither can be used in place of the other.
        this.wrapping = hmac(secret, "wrap".getBytes(StandardCharsets.UTF_8));
        this.fingerprinting = hmac(secret, "fingerprint".getBytes(StandardCharsets.UTF_8));
    }

    public byte[] wrap(DataKey key, UUID client) {
        return Aes.seal(wrapping, key.bytes(), client.toString());
    }

    public DataKey unwrap(byte[] wrapped, UUID client) {
        return new DataKey(Aes.open(wrapping, wrapped, client.toString()));
    }

    /** Tells equal texts from different ones without keeping them, and without letting anybody guess. */
    public byte[] fingerprint(byte[] text) {
        return hmac(fingerprinting, text);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
