package org.kith.matching.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A version of the model's numbers. In its records a {@code long} is a number of millionths and an {@code int} is a
 * plain count; the file has decimals and whole numbers.
 */
public record Policy(String version, String sha256, PolicyFile file) {
    private static final String STANDARD = "/policy/support-match-1.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addModule(new SimpleModule()
                    .addDeserializer(long.class, new Millionths())
                    .addDeserializer(Long.class, new Millionths()))
            .build();

    /** The policy of this build. */
    public static Policy standard() {
        try (InputStream in = Policy.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException(STANDARD + " is not in this jar");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException where the file lacks something, has too much, or its weights do not sum to 1 */
    public static Policy read(byte[] bytes) {
        try {
            PolicyFile file = JSON.readValue(bytes, PolicyFile.class);
            return new Policy(file.version(), sha256(bytes), file);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a policy: " + e.getMessage(), e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Decimals to millionths, exactly; a seventh decimal is an error. */
    private static final class Millionths extends StdDeserializer<Long> {
        private static final long serialVersionUID = 1;

        Millionths() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.getDecimalValue().movePointRight(6).longValueExact();
        }
    }
}
