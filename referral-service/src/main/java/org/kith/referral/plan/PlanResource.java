package org.kith.referral.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.kith.referral.client.Client;
import org.kith.referral.client.Clients;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Recorded;
import org.kith.web.EntityTags;
import org.kith.web.Roles;

@Path("/v1/plans")
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR})
@Recorded
@Tag(name = "Plans", description = "Small steps that a client agreed to; nothing advances by itself.")
public class PlanResource {
    private final Plans plans;
    private final Clients clients;
    private final ObjectMapper json;
    private final Clock clock;

    PlanResource(Plans plans, Clients clients, ObjectMapper json, Clock clock) {
        this.plans = plans;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    /** @param steps as a match proposed them and the client agreed to them */
    record NewPlan(
            @NotNull UUID clientId,
            @Nullable UUID matchId,

            @Nullable @Pattern(regexp = "gentle|standard", message = "must be gentle or standard")
            String pace,

            @NotEmpty @Size(max = 20) List<@NotNull @Valid Step> steps) {}

    record Step(
            @Min(0) @Max(9) int stage,
            @NotNull @Size(max = 20) List<@NotNull @Valid Action> actions,

            @Nullable @Size(max = 80) @Pattern(regexp = "[A-Za-z0-9 ,/-]*", message = "must be a frequency")
            String goal,

            @Nullable @Min(1) @Max(365) Integer checkInDays) {}

    record Action(
            @NotNull @Pattern(regexp = "[a-z_]{1,40}", message = "must be a code such as refer")
            String type,

            @Nullable UUID resourceId,

            @Nullable @Pattern(regexp = "[a-z_]{1,40}", message = "must be a code such as friend")
            String role) {}

    record PlanView(
            UUID id,
            UUID clientId,
            @Nullable UUID matchId,
            @Nullable String pace,
            List<Step> steps,
            Instant createdAt,
            long version) {}

    @POST
    @Operation(summary = "Take over a plan", description = "As a match proposed it and the client agreed to it.")
    public RestResponse<PlanView> create(@NotNull @Valid NewPlan asked) throws JsonProcessingException {
        Client client = clients.require(asked.clientId());
        Plan plan = new Plan(
                client.tenant(),
                client.id(),
                asked.matchId(),
                asked.pace(),
                json.writeValueAsString(asked.steps()),
                clock.instant());
        plans.persistAndFlush(plan);
        return RestResponse.ResponseBuilder.<PlanView>create(201)
                .location(URI.create("/v1/plans/" + plan.id()))
                .tag(EntityTags.of(plan.version()))
                .entity(view(plan))
                .build();
    }

    @GET
    @Operation(summary = "List a client's plans", description = "Newest first.")
    public Page<PlanView> list(@QueryParam("client_id") @NotNull UUID clientId) throws JsonProcessingException {
        clients.require(clientId);
        List<PlanView> views = new java.util.ArrayList<>();
        for (Plan plan : plans.of(clientId)) {
            views.add(view(plan));
        }
        return new Page<>(views, null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a plan", description = "The steps as they were agreed to.")
    public RestResponse<PlanView> read(UUID id) throws JsonProcessingException {
        Plan plan = plans.require(id);
        return RestResponse.ResponseBuilder.ok(view(plan))
                .tag(EntityTags.of(plan.version()))
                .build();
    }

    private PlanView view(Plan plan) throws JsonProcessingException {
        return new PlanView(
                plan.id(),
                plan.clientId(),
                plan.matchId(),
                plan.pace(),
                json.readValue(plan.steps(), new TypeReference<List<Step>>() {}),
                plan.createdAt(),
                plan.version());
    }
}
