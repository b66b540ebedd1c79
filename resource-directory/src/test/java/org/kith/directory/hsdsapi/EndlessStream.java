package org.kith.directory.hsdsapi;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The stream of a directory without end, to see what a client does to it. */
@Path("/endless")
@PermitAll
public class EndlessStream {
    static final int PIECE_BYTES = 100 * 1_000;
    static final AtomicLong PIECES = new AtomicLong();
    private static final byte[] DOCUMENT = Documents.utf8("x".repeat(999));

    @GET
    @Operation(hidden = true)
    public Response stream() {
        return Pages.stream(last -> {
            PIECES.incrementAndGet();
            return new Pages.Piece(Collections.nCopies(100, DOCUMENT), new UUID(0, 1));
        });
    }
}
