package org.kith.directory.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.kith.web.Problems;

/** Nobody needs more than 256 KB to describe a service or a search; only whole directories may be larger. */
public class BodyLimit {
    private static final int LARGEST = 256 * 1024;
    private static final Set<String> METHODS = Set.of("POST", "PUT");
    private static final String IMPORTS = "/v1/imports";

    @ServerRequestFilter
    public void limit(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (!METHODS.contains(request.getMethod())
                || request.getUriInfo().getPath().startsWith(IMPORTS)) {
            return;
        }
        if (length == null) {
            request.setEntityStream(new Limited(request.getEntityStream()));
        } else if (Long.parseLong(length) > LARGEST) {
            throw Problems.tooLarge("The body is larger than 256 KB.");
        }
    }

    @ServerExceptionMapper
    public Response tooLarge(BodyTooLarge tooLarge) {
        return Problems.tooLarge("The body is larger than 256 KB.").toResponse();
    }

    /** Of the input, so that the JSON parser passes it on as it is. */
    public static final class BodyTooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** For bodies that do not say how long they are. */
    private static final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(Objects.requireNonNull(in));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LARGEST) {
                throw new BodyTooLarge();
            }
        }
    }
}
