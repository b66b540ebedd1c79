package org.kith.directory.hsds;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kith.contracts.NamedIds;

/** Ids for entities and nested values that come without a UUID of their own. */
public final class NameBasedId {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private NameBasedId() {}

    /** The id of a value nested in an entity, such as {@code phones/0} of a service. */
    public static UUID of(UUID owner, String name) {
        return NamedIds.of(owner, name);
    }

    /**
     * The id of an entity that came from elsewhere: kept when it is a UUID, otherwise made from source, entity and id,
     * so that importing twice meets the same rows.
     *
     * @param entity the HSDS name: {@code organization, service, location, service_at_location, …}
     */
    public static UUID ofForeign(String source, String entity, String id) {
        return asUuid(id).orElseGet(() -> NamedIds.of(source + ":" + entity + ":" + id));
    }

    /** Only the canonical form: {@link UUID#fromString} also takes "1-1-1-1-1". */
    public static Optional<UUID> asUuid(String id) {
        return CANONICAL.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
