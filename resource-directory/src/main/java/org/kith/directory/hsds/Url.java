package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A further address on the web. */
public record Url(
        @Nullable UUID id,
        @Nullable String label,
        @Nullable String url,
        @Nullable UUID organizationId,
        @Nullable UUID serviceId,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Url {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }
}
