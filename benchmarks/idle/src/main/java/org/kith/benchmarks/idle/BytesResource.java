package org.kith.benchmarks.idle;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As many bytes as one asks for, made once. A blocking method, as those of the directory are. */
@Path("/bytes")
public class BytesResource {
    private final Map<Integer, byte[]> made = new ConcurrentHashMap<>();

    @GET
    @Path("{count}")
    public Response bytes(@PathParam("count") int count) {
        byte[] bytes = made.computeIfAbsent(
                Math.min(count, 1 << 20), n -> " ".repeat(n).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return Response.ok(bytes, "application/json").build();
    }
}
