package org.kith.web;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opaque, signed positions in a list.
 *
 * <p>A cursor is good only for the scope that it was made for (tenant, path and filters), so that nobody carries one
 * into another's list.
 */
@Singleton
public class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    /** @param secret hexadecimal; where it is absent, cursors end with this process */
    Cursors(@ConfigProperty(name = "kith.cursor.key") Optional<String> secret) {
        byte[] bytes = secret.map(String::strip)
                .map(HexFormat.of()::parseHex)
                .orElseGet(() -> new SecureRandom().generateSeed(32));
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    public String encode(String scope, String position) {
        byte[] payload = position.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(payload) + "." + base64.encodeToString(sign(scope, payload));
    }

    /**
     * The position inside a cursor.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where it is not one of ours, or of another list
     */
    public String decode(String scope, String cursor) {
        int dot = cursor.indexOf('.');
        try {
            byte[] payload = Base64.getUrlDecoder().decode(cursor.substring(0, Math.max(dot, 0)));
            byte[] signature = Base64.getUrlDecoder().decode(cursor.substring(dot + 1));
            if (MessageDigest.isEqual(signature, sign(scope, payload))) {
                return new String(payload, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the same answer.
        }
        throw Problems.malformed(new FieldError("cursor", "invalid-cursor", "This cursor is not valid for this list."));
    }

    private byte[] sign(String scope, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] full = mac.doFinal(payload);
            byte[] signature = new byte[SIGNATURE_BYTES];
            System.arraycopy(full, 0, signature, 0, SIGNATURE_BYTES);
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
