package org.kith.referral.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.AttemptView;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.client.ClientKeys;
import org.kith.referral.lifecycle.ReferralState;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Recorded;
import org.kith.web.EntityTags;
import org.kith.web.Roles;

@Path("/v1/referrals")
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR})
@Recorded
@Tag(name = "Referrals", description = "What a source asked for, until somebody can say whether it helped.")
public class ReferralResource {
    private final ReferralLifecycle lifecycle;
    private final Offering offering;
    private final Referrals referrals;
    private final Attempts attempts;
    private final ClientKeys keys;
    private final Chronicle chronicle;
    private final Paging paging;

    ReferralResource(
            ReferralLifecycle lifecycle,
            Offering offering,
            Referrals referrals,
            Attempts attempts,
            ClientKeys keys,
            Chronicle chronicle,
            Paging paging) {
        this.lifecycle = lifecycle;
        this.offering = offering;
        this.referrals = referrals;
        this.attempts = attempts;
        this.keys = keys;
        this.chronicle = chronicle;
        this.paging = paging;
    }

    record Offer(@NotNull UUID serviceId) {}

    record Reason(@NotBlank @Size(max = 60) String reason) {}

    record Outcome(
            @NotBlank @Size(max = 60) String outcome,
            @Nullable @Size(max = 4000) String summary) {}

    @POST
    @Operation(
            summary = "Draft a referral",
            description = "For a client and a need. An open referral of the same client and need that is at no service"
                    + " yet makes it a duplicate: 409 with `existing_id`.")
    public RestResponse<ReferralView.Item> create(@NotNull @Valid NewReferral asked) {
        Referral referral = lifecycle.create(asked);
        referrals.flush();
        return RestResponse.ResponseBuilder.<ReferralView.Item>create(201)
                .location(URI.create("/v1/referrals/" + referral.id()))
                .tag(EntityTags.of(referral.version()))
                .entity(ReferralView.Item.of(referral))
                .build();
    }

    @GET
    @Operation(summary = "List one's referrals", description = "Newest first; by state or client if asked.")
    public Page<ReferralView.Item> list(
            @QueryParam("state") @Nullable List<ReferralState> states,
            @QueryParam("client_id") @Nullable UUID clientId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        Set<ReferralState> wanted = states == null ? Set.of() : new TreeSet<>(states);
        String list = "referrals " + wanted + ' ' + clientId;
        return paging.page(
                list,
                referrals.page(wanted, clientId, paging.after(list, cursor), limit + 1),
                limit,
                referral -> new Paging.Position(referral.createdAt(), referral.id()),
                ReferralView.Item::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a referral", description = "With its attempts and its history.")
    public RestResponse<ReferralView> read(UUID id) {
        Referral referral = referrals.require(id);
        var key = keys.find(referral.clientId());
        ReferralView view = ReferralView.of(
                referral,
                key == null ? null : referral.note(key),
                key == null ? null : referral.summary(key),
                attempts.of(id),
                chronicle.of(id));
        return RestResponse.ResponseBuilder.ok(view)
                .tag(EntityTags.of(referral.version()))
                .build();
    }

    @POST
    @Path("/{id}/submit")
    @Operation(summary = "Submit a draft", description = "Needs a consent of the client that is in force.")
    public RestResponse<ReferralView.Item> submit(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(lifecycle.submit(id, ifMatch));
    }

    @POST
    @Path("/{id}/attempts")
    @Operation(
            summary = "Offer it to a service",
            description = "The first time, and again where it was not placed. Needs a consent that covers this"
                    + " recipient; an organization that has had it before is passed over.")
    public RestResponse<AttemptView> offer(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Offer asked) {
        Attempt attempt = offering.offer(id, ifMatch, asked.serviceId());
        attempts.flush();
        return RestResponse.ResponseBuilder.<AttemptView>create(201)
                .location(URI.create("/v1/attempts/" + attempt.id()))
                .tag(EntityTags.of(attempt.version()))
                .entity(AttemptView.of(attempt))
                .build();
    }

    @GET
    @Path("/{id}/attempts")
    @Operation(summary = "List the attempts", description = "Oldest first.")
    public Page<AttemptView> attempts(UUID id) {
        referrals.require(id);
        return new Page<>(attempts.of(id).stream().map(AttemptView::of).toList(), null);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            summary = "Cancel it",
            description = "Reasons: withdrawn, duplicate, consent-revoked, entered-in-error (also for a draft). What is"
                    + " still out is withdrawn.")
    public RestResponse<ReferralView.Item> cancel(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason asked) {
        return answer(lifecycle.cancel(id, ifMatch, asked.reason()));
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(
            summary = "Say how it ended",
            description = "Outcomes: need-resolved, need-partially-resolved, need-unresolved.")
    public RestResponse<ReferralView.Item> resolve(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Outcome asked) {
        return answer(lifecycle.resolve(id, ifMatch, asked.outcome(), asked.summary()));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            summary = "Give up on it",
            description = "Reasons: no-provider-found, client-unreachable, client-declined; before it was taken up also"
                    + " out-of-scope and consent-missing, which refuse it.")
    public RestResponse<ReferralView.Item> close(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason asked) {
        return answer(lifecycle.close(id, ifMatch, asked.reason()));
    }

    private RestResponse<ReferralView.Item> answer(Referral referral) {
        // The new version is known only then.
        referrals.flush();
        return RestResponse.ResponseBuilder.ok(ReferralView.Item.of(referral))
                .tag(EntityTags.of(referral.version()))
                .build();
    }
}
