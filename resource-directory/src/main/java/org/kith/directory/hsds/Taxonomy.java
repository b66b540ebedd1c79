package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list of codes. */
public record Taxonomy(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String uri,
        @Nullable String version,
        List<Metadata> metadata)
        implements Entity {
    public Taxonomy {
        metadata = Values.list(metadata);
    }
}
