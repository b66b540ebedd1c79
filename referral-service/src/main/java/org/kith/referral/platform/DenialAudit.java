package org.kith.referral.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.kith.web.Caller;

/** Writes down what a known caller was denied; the refused request's own transaction is gone by then. */
@ApplicationScoped
class DenialAudit {
    private static final Logger LOG = Logger.getLogger(DenialAudit.class);
    private static final Set<Integer> DENIALS = Set.of(403, 404);

    private final AuditTrail audit;
    private final Caller caller;

    DenialAudit(AuditTrail audit, Caller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @ServerResponseFilter
    void record(ContainerRequestContext request, ContainerResponseContext response) {
        if (!DENIALS.contains(response.getStatus()) || caller.isAnonymous()) {
            return;
        }
        AuditTrail.Who who = audit.who();
        String path = request.getUriInfo().getPath();
        String object = path.length() > 200 ? path.substring(0, 200) : path;
        // A refusal may be answered on a thread that must not wait for a database.
        Infrastructure.getDefaultExecutor()
                .execute(() -> write(who, request.getMethod(), object, response.getStatus()));
    }

    private void write(AuditTrail.Who who, String method, String object, int status) {
        try {
            QuarkusTransaction.requiringNew().run(() -> audit.insert(who, method, object, status));
        } catch (RuntimeException e) {
            LOG.warnf("A denial could not be audited: %s", e.getClass().getSimpleName());
        }
    }
}
