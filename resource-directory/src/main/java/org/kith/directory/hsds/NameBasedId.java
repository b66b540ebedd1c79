package org.kith.directory.hsds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs of version 5 (RFC 9562), in the namespace of URLs: the same name gives the same id everywhere. */
public final class NameBasedId {
    private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private NameBasedId() {}

    public static UUID of(String name) {
        return of(URLS, name);
    }

    /** The id of a value nested in an entity, such as {@code phones/0} of a service. */
    public static UUID of(UUID owner, String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /**
     * The id of an entity that came from elsewhere: kept when it is a UUID, otherwise made from source, entity and id,
     * so that importing twice meets the same rows.
     *
     * @param entity the HSDS name: {@code organization, service, location, service_at_location, …}
     */
    public static UUID ofForeign(String source, String entity, String id) {
        return asUuid(id).orElseGet(() -> of(source + ":" + entity + ":" + id));
    }

    /** Only the canonical form: {@link UUID#fromString} also takes "1-1-1-1-1". */
    public static Optional<UUID> asUuid(String id) {
        return CANONICAL.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
