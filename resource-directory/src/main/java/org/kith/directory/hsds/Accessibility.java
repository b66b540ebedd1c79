package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a place can be reached and used by people with disabilities. */
public record Accessibility(
        @Nullable UUID id,
        @Nullable UUID locationId,
        @Nullable String description,
        @Nullable String details,
        @Nullable String url,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Accessibility {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }
}
