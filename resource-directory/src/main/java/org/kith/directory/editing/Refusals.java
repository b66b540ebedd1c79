package org.kith.directory.editing;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kith.directory.listing.Flaw;
import org.kith.directory.listing.RefusedEntity;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/** What the directory refuses becomes a problem that names each field. */
class Refusals {
    @ServerExceptionMapper
    Response refused(RefusedEntity refused) {
        return Problems.invalid(refused.flaws().stream().map(Refusals::error).toList())
                .toResponse();
    }

    private static FieldError error(Flaw flaw) {
        return new FieldError(flaw.pointer(), flaw.code(), flaw.detail(), flaw.nearest());
    }
}
