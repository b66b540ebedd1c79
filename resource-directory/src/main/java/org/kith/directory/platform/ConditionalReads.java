package org.kith.directory.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says how long an answer may be kept (as long as one asks whether it is still true), and answers that question.
 *
 * <p>For reading, tags are compared weakly (RFC 9110, 13.1.2): a cache that packed an answer has weakened its tag. For
 * writing, a weak tag names no version: see {@link org.kith.web.EntityTags}.
 */
public class ConditionalReads {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    @ServerResponseFilter
    public void answer(ContainerRequestContext request, ContainerResponseContext response) {
        if (!READS.contains(request.getMethod()) || response.getStatus() != 200) {
            return;
        }
        var headers = response.getHeaders();
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            boolean forOneOnly = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
            headers.putSingle(HttpHeaders.CACHE_CONTROL, forOneOnly ? "private, no-cache" : "no-cache");
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        EntityTag tag = response.getEntityTag();
        if (tag != null && isNamed(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setEntity(null);
            response.setStatus(304);
        }
    }

    private static boolean isNamed(EntityTag tag, @Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = '"' + tag.getValue() + '"';
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                .anyMatch(given -> given.equals("*") || given.equals(opaque));
    }
}
