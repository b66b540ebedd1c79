package org.kith.referral.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.AttemptView;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.platform.Recorded;
import org.kith.web.EntityTags;
import org.kith.web.Problems;
import org.kith.web.Roles;

@Path("/v1/attempts")
@RolesAllowed(Roles.PROVIDER)
@Recorded
@Tag(name = "Attempts", description = "What a receiving organization says to an offer.")
public class AttemptResource {
    private static final Pattern NOTHING = Pattern.compile("\\s*(\\{\\s*})?\\s*");

    private final AttemptLifecycle lifecycle;
    private final Attempts attempts;

    AttemptResource(AttemptLifecycle lifecycle, Attempts attempts) {
        this.lifecycle = lifecycle;
        this.attempts = attempts;
    }

    record Decline(
            @NotBlank @Size(max = 60) String reason,
            @Nullable @Size(max = 2000) String text) {}

    record Waitlist(@Nullable @Min(0) @Max(3650) Integer estimatedDays) {}

    record Outcome(
            @NotBlank @Size(max = 60) String outcome,
            @Nullable @Size(max = 4000) String summary) {}

    record Reason(@NotBlank @Size(max = 60) String reason) {}

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PROVIDER, Roles.PARTNER_CLINIC, Roles.COORDINATOR})
    @Operation(summary = "Read an attempt", description = "For its source, and for the organization that it went to.")
    public RestResponse<AttemptView> read(UUID id) {
        return answer(attempts.require(id));
    }

    @POST
    @Path("/{id}/view")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "It was seen", description = "Tells the source that somebody has looked at it.")
    public RestResponse<AttemptView> view(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable String body) {
        sayNothing(body);
        return answer(lifecycle.view(id, ifMatch));
    }

    @POST
    @Path("/{id}/accept")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Accept",
            description = "From now on the organization sees who the client is, as far as the consent goes; the first"
                    + " contact is due.")
    public RestResponse<AttemptView> accept(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable String body) {
        sayNothing(body);
        return answer(lifecycle.accept(id, ifMatch));
    }

    @POST
    @Path("/{id}/decline")
    @Operation(
            summary = "Decline",
            description = "Reasons: no-capacity, not-eligible, out-of-area, missing-documentation, language-not-served,"
                    + " service-discontinued, unsafe-to-contact, other.")
    public RestResponse<AttemptView> decline(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Decline said) {
        return answer(lifecycle.decline(id, ifMatch, said.reason(), said.text()));
    }

    @POST
    @Path("/{id}/waitlist")
    @Operation(summary = "Put on the waiting list", description = "Accepted, then on hold; reviewed in 14 days.")
    public RestResponse<AttemptView> waitlist(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable @Valid Waitlist said) {
        return answer(lifecycle.waitlist(id, ifMatch, said == null ? null : said.estimatedDays()));
    }

    @POST
    @Path("/{id}/start")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Help has begun", description = "Sets the days of the check-ins.")
    public RestResponse<AttemptView> start(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable String body) {
        sayNothing(body);
        return answer(lifecycle.start(id, ifMatch));
    }

    @POST
    @Path("/{id}/no-show")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "The client did not come", description = "The third time ends the attempt.")
    public RestResponse<AttemptView> noShow(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable String body) {
        sayNothing(body);
        return answer(lifecycle.noShow(id, ifMatch));
    }

    @POST
    @Path("/{id}/complete")
    @Operation(
            summary = "Help has ended",
            description = "Outcomes: need-resolved (which resolves the referral), need-partially-resolved,"
                    + " need-unresolved (the source decides what follows).")
    public RestResponse<AttemptView> complete(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Outcome said) {
        return answer(lifecycle.complete(id, ifMatch, said.outcome(), said.summary()));
    }

    @POST
    @Path("/{id}/fail")
    @Operation(
            summary = "It came to nothing",
            description = "Reasons: unable-to-contact, client-refused, client-no-show.")
    public RestResponse<AttemptView> fail(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason said) {
        return answer(lifecycle.fail(id, ifMatch, said.reason()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR})
    @Operation(summary = "Take the offer back", description = "By the source, as long as it is open.")
    public RestResponse<AttemptView> withdraw(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable String body) {
        sayNothing(body);
        return answer(lifecycle.withdraw(id, ifMatch));
    }

    private static RestResponse<AttemptView> answer(Attempt attempt) {
        return RestResponse.ResponseBuilder.ok(AttemptView.of(attempt))
                .tag(EntityTags.of(attempt.version()))
                .build();
    }

    /** These verbs say all by themselves: no body at all will do, of whatever type it claims to be. */
    private static void sayNothing(@Nullable String body) {
        if (body != null && !NOTHING.matcher(body).matches()) {
            throw Problems.invalid("", "unexpected", "This request takes no fields.");
        }
    }
}
