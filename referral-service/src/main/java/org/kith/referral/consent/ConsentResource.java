package org.kith.referral.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.client.Clients;
import org.kith.referral.platform.Recorded;
import org.kith.web.EntityTags;
import org.kith.web.Roles;

@Path("/v1/consents")
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR})
@Recorded
@Tag(name = "Consents", description = "Who may be told what about a client. No offer leaves without one.")
public class ConsentResource {
    private final Consents consents;
    private final Clients clients;
    private final Event<ConsentRevoked> revoked;
    private final Clock clock;

    ConsentResource(Consents consents, Clients clients, Event<ConsentRevoked> revoked, Clock clock) {
        this.consents = consents;
        this.clients = clients;
        this.revoked = revoked;
        this.clock = clock;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a consent", description = "With its status: active, expired or revoked.")
    public RestResponse<ConsentView> read(UUID id) {
        Consent consent = consents.require(id);
        return RestResponse.ResponseBuilder.ok(ConsentView.of(consent, clock.instant()))
                .tag(EntityTags.of(consent.version()))
                .build();
    }

    @POST
    @Path("/{id}/revoke")
    @Operation(
            summary = "Revoke a consent",
            description = "Cancels what is open under it and closes reading of what is not. Revoking twice changes"
                    + " nothing.")
    public RestResponse<ConsentView.Given> revoke(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Consent consent = consents.require(id);
        clients.requireLocked(consent.clientId());
        EntityTags.honour(ifMatch, consent.version());
        Instant now = clock.instant();
        if (consent.revoke(now)) {
            consents.flush();
            revoked.fire(new ConsentRevoked(id, consent.clientId()));
        }
        return RestResponse.ResponseBuilder.ok(ConsentView.Given.of(consent, now))
                .tag(EntityTags.of(consent.version()))
                .build();
    }
}
