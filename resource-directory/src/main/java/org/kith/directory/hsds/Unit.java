package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a capacity counts, such as beds. */
public record Unit(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String scheme,
        @Nullable String identifier,
        @Nullable String uri,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Unit {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }
}
