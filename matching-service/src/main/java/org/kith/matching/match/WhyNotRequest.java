package org.kith.matching.match;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why is this resource not among the results of this request? */
record WhyNotRequest(
        @Schema(required = true) @Nullable MatchRequest request,
        @Schema(required = true) @Nullable UUID resourceId) {}
