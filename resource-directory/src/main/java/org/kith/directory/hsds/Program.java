package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme under which services are grouped. */
public record Program(
        @Nullable UUID id,
        @Nullable UUID organizationId,
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Program {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }
}
