package org.kith.referral.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.client.Client;
import org.kith.referral.client.Clients;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Recorded;
import org.kith.web.EntityTags;
import org.kith.web.Problems;
import org.kith.web.Roles;

@Path("/v1/clients/{id}/consents")
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR})
@Recorded
@Tag(name = "Consents")
public class ClientConsentResource {
    private final Consents consents;
    private final Clients clients;
    private final Clock clock;

    ClientConsentResource(Consents consents, Clients clients, Clock clock) {
        this.consents = consents;
        this.clients = clients;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Record a consent",
            description = "Recipients are named one by one; each re-route asks whether one covers the new recipient.")
    public RestResponse<ConsentView.Given> give(UUID id, @NotNull @Valid NewConsent asked) {
        Client client = clients.requireLocked(id);
        Instant now = clock.instant();
        Instant expiresAt = expiry(asked.expiresAt());
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Problems.invalid("/expires_at", "in-the-past", "must lie in the future");
        }
        Consent consent = new Consent(UUID.randomUUID(), client.tenant(), id, asked, expiresAt, now);
        consents.persistAndFlush(consent);
        return RestResponse.ResponseBuilder.<ConsentView.Given>create(201)
                .location(URI.create("/v1/consents/" + consent.id()))
                .tag(EntityTags.of(consent.version()))
                .entity(ConsentView.Given.of(consent, now))
                .build();
    }

    @GET
    @Operation(summary = "List a client's consents", description = "Newest first, those no longer in force too.")
    public Page<ConsentView> list(UUID id) {
        clients.require(id);
        Instant now = clock.instant();
        return new Page<>(
                consents.of(id).stream()
                        .map(consent -> ConsentView.of(consent, now))
                        .toList(),
                null);
    }

    private static @Nullable Instant expiry(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw Problems.invalid("/expires_at", "invalid", "must be an ISO date or instant");
        }
    }
}
