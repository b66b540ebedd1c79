package org.kith.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a path or query that holds what no text may hold, before anything else reads it. */
public class HostileUri {
    @ServerRequestFilter(preMatching = true)
    public Optional<Response> refuse(ContainerRequestContext request) {
        boolean plain = PlainText.isPlain(request.getUriInfo().getPath())
                && request.getUriInfo().getQueryParameters().entrySet().stream()
                        .allMatch(parameter -> PlainText.isPlain(parameter.getKey())
                                && parameter.getValue().stream().allMatch(PlainText::isPlain));
        return plain
                ? Optional.empty()
                : Optional.of(TraceId.on(Problems.malformed(new FieldError("", "not-text", "The URL holds U+0000.")))
                        .toResponse());
    }
}
