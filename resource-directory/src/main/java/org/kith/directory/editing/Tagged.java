package org.kith.directory.editing;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.kith.web.EntityTags;

/** A document with the tag that a change of it has to name. */
final class Tagged {
    private Tagged() {}

    static Response answer(Request request, byte[] document, long version) {
        Response.ResponseBuilder unchanged =
                request.getMethod().equals("GET") ? request.evaluatePreconditions(EntityTags.of(version)) : null;
        return (unchanged == null ? Response.ok(document, MediaType.APPLICATION_JSON) : unchanged)
                .tag(EntityTags.of(version))
                .build();
    }
}
