package org.kith.directory.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entity.
 *
 * @param type organization, service or location
 * @param organization to which it belongs
 * @param before as it was written before; null where it is new
 * @param after null where it is gone
 * @param secret whether its values may tell where a confidential place is: they are not kept then
 */
public record Change(
        String type,
        UUID id,
        @Nullable UUID organization,
        @Nullable Object before,
        @Nullable Object after,
        boolean secret) {
    private static final Object SOMETHING = new Object();

    public static Change made(String type, UUID id, @Nullable UUID organization) {
        return new Change(type, id, organization, null, SOMETHING, false);
    }

    public static Change of(String type, UUID id, @Nullable UUID organization, Object before, Object after) {
        return new Change(type, id, organization, before, after, false);
    }

    public static Change removed(String type, UUID id, @Nullable UUID organization) {
        return new Change(type, id, organization, SOMETHING, null, false);
    }

    public Change secretIf(boolean condition) {
        return new Change(type, id, organization, before, after, secret || condition);
    }

    boolean isNothing() {
        return before == after || (before != null && before.equals(after));
    }
}
