package org.kith.directory.hsds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all entities of HSDS share: an id, snake_case names, and no nulls or empty arrays on the wire.
 *
 * <p>The id is optional here, because a writer may leave it out of nested values and the directory fills it in.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Entity {
    @Nullable
    UUID id();
}
