package org.kith.directory.editing;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.kith.web.EntityTags;

/** A document with the version that a change of it has to name. */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
record Tagged(byte[] document, long version) {
    Response answer(Request request) {
        Response.ResponseBuilder unchanged =
                request.getMethod().equals("GET") ? request.evaluatePreconditions(EntityTags.of(version)) : null;
        return (unchanged == null ? Response.ok(document, MediaType.APPLICATION_JSON) : unchanged)
                .tag(EntityTags.of(version))
                .build();
    }
}
