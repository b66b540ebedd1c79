package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the money comes from. */
public record Funding(
        @Nullable UUID id,
        @Nullable UUID organizationId,
        @Nullable UUID serviceId,
        @Nullable String source,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Funding {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }
}
