package org.kith.referral.client;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Recorded;
import org.kith.referral.platform.Tenancy;
import org.kith.web.EntityTags;
import org.kith.web.Roles;

@Path("/v1/clients")
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR})
@Recorded
@Tag(name = "Clients", description = "The people who are referred, and what was told about them to whom.")
public class ClientResource {
    private static final String PART2_NOTICE =
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private final Clients clients;
    private final ClientKeys keys;
    private final Disclosures disclosures;
    private final Paging paging;
    private final Tenancy tenancy;
    private final Event<ClientErased> erased;
    private final Clock clock;

    ClientResource(
            Clients clients,
            ClientKeys keys,
            Disclosures disclosures,
            Paging paging,
            Tenancy tenancy,
            Event<ClientErased> erased,
            Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.disclosures = disclosures;
        this.paging = paging;
        this.tenancy = tenancy;
        this.erased = erased;
        this.clock = clock;
    }

    record Created(UUID id, long version) {}

    record DisclosureView(
            Instant at,
            UUID organizationId,
            UUID attemptId,
            List<String> information,
            String purpose,
            @Nullable String part2Notice) {}

    @POST
    @Operation(summary = "Add a client", description = "The least that works: initials and a safe way to reach.")
    public RestResponse<Created> create(@NotNull @Valid Profile profile) {
        UUID id = UUID.randomUUID();
        String tenant = tenancy.tenant();
        Client client = new Client(id, tenant, clock.instant());
        clients.persist(client);
        // The key refers to the client's row.
        clients.flush();
        clients.describe(client, keys.create(id, tenant), profile);
        clients.flush();
        return RestResponse.ResponseBuilder.<Created>create(201)
                .location(URI.create("/v1/clients/" + id))
                .tag(EntityTags.of(client.version()))
                .entity(new Created(id, client.version()))
                .build();
    }

    @GET
    @Operation(summary = "List one's clients", description = "Newest first.")
    public Page<ClientView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return paging.page(
                "clients",
                clients.page(paging.after("clients", cursor), limit + 1),
                limit,
                client -> new Paging.Position(client.createdAt(), client.id()),
                client -> ClientView.of(client, clients.profile(client.id())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a client", description = "Only one's own: another's answers as one that is not there.")
    public RestResponse<ClientView> read(UUID id) {
        Client client = clients.require(id);
        return RestResponse.ResponseBuilder.ok(ClientView.of(client, clients.profile(id)))
                .tag(EntityTags.of(client.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Correct a client", description = "Replaces what is known; needs If-Match.")
    public RestResponse<ClientView> replace(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Profile profile) {
        Client client = clients.requireLocked(id);
        EntityTags.require(ifMatch, client.version());
        clients.describe(client, keys.require(id), profile);
        clients.flush();
        return read(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Erase a client",
            description = "Destroys the client's key, so that nothing written about the client can be read any more, in"
                    + " no backup either; cancels what is open. Needs If-Match.")
    public RestResponse<Void> erase(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Client client = clients.requireLocked(id);
        EntityTags.require(ifMatch, client.version());
        erased.fire(new ClientErased(id));
        keys.destroy(id);
        client.erase(clock.instant());
        return RestResponse.noContent();
    }

    @GET
    @Path("/{id}/disclosures")
    @Operation(
            summary = "What was told about a client",
            description = "To whom, when, what and for what purpose; a client may have this list.")
    public Page<DisclosureView> disclosures(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        clients.require(id);
        String list = "disclosures " + id;
        return paging.page(
                list,
                disclosures.page(id, paging.after(list, cursor), limit + 1),
                limit,
                told -> new Paging.Position(told.at(), told.id()),
                told -> new DisclosureView(
                        told.at(),
                        told.organizationId(),
                        told.attemptId(),
                        told.information(),
                        told.purpose(),
                        told.part2() ? PART2_NOTICE : null));
    }
}
