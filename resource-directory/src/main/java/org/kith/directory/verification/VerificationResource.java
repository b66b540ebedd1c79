package org.kith.directory.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Listings;
import org.kith.directory.listing.StoredListing;
import org.kith.directory.platform.Editors;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Making sure that listings are right. */
@Path("/v1/services/{id}/verifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Verification", description = "Keeping listings fresh.")
public class VerificationResource {
    private static final String NEW = "{\"how\": \"phone\", \"note\": \"Spoke to the front desk.\"}";
    private static final String VERIFIED = """
            {"id": "5d0b7b5c-6f0f-4b52-9d0c-2a3f6b1f8a01", "service_id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01",
             "verified_by": "f3b1c0de-0000-4000-8000-000000000001", "how": "phone", "verified_on": "2026-11-22"}""";

    private final Verifications verifications;
    private final Listings listings;
    private final Editors editors;

    VerificationResource(Verifications verifications, Listings listings, Editors editors) {
        this.verifications = verifications;
        this.listings = listings;
        this.editors = editors;
    }

    /**
     * @param how phone, email, visit, website or staff
     * @param verifiedOn today where it is left out
     * @param email of whoever answers for it, shown as HSDS assurer_email
     */
    public record NewVerification(
            @NotNull
            @Pattern(
                    regexp = "phone|email|visit|website|staff",
                    message = "One of phone, email, visit, website, staff.")
            @Nullable
            String how,

            @PastOrPresent @Nullable LocalDate verifiedOn,
            @Email @Size(max = 200) @Nullable String email,
            @Size(max = 2000) @Nullable String note) {}

    public record VerificationView(
            UUID id,
            UUID serviceId,
            String verifiedBy,
            String how,
            @Nullable String note,
            LocalDate verifiedOn) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that a listing is right",
            description =
                    "Sets assured_date and assurer_email of the listing, and answers what was asked or reported about"
                            + " it until that day. What was reported about safety only a steward can answer.")
    @RequestBody(
            description = "How it was verified.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewVerification.class),
                            examples = @ExampleObject(name = "by phone", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VerificationView.class),
                            examples = @ExampleObject(name = "recorded", value = VERIFIED)))
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "422", ref = "invalid")
    public Response verify(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @NotNull @Valid NewVerification given) {
        StoredListing listing = listings.findByIdOptional(id).orElseThrow(Problems::notFound);
        editors.requireMayChange(listing.organizationId());
        LocalDate on = given.verifiedOn() == null ? LocalDate.now(ZoneOffset.UTC) : given.verifiedOn();
        Verifications.Verification verification = new Verifications.Verification(
                UUID.randomUUID(), id, editors.subject(), String.valueOf(given.how()), given.note(), on);
        verifications.record(verification, given.email(), editors.role(), editors.isSteward());
        return Response.status(Response.Status.CREATED)
                .entity(new VerificationView(
                        verification.id(), id, verification.verifiedBy(), verification.how(), verification.note(), on))
                .build();
    }
}
