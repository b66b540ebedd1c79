package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document that somebody has to bring. */
public record RequiredDocument(
        @Nullable UUID id,
        @Nullable UUID serviceId,
        @Nullable String document,
        @Nullable String uri,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public RequiredDocument {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }
}
