package org.kith.directory.hsds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A number by which a register knows the organization. */
public record OrganizationIdentifier(
        @Nullable UUID id,
        @Nullable UUID organizationId,
        @Nullable String identifierScheme,
        @Nullable String identifierType,
        @Nullable String identifier,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public OrganizationIdentifier {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }
}
