package org.kith.directory.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Said;
import org.kith.web.EntityTags;
import org.kith.web.Roles;

/** Confirming and rejecting codes that were inferred. */
@Path("/v1/services/{id}/tags")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Tags", description = "Codes that rules inferred, and what people make of them.")
public class TagResource {
    private static final String EXAMPLE = """
            {"service_id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "rules_version": "1", "rules_hash": "9f86d081…",
             "items": [{"taxonomy": "kith:need", "code": "grief", "name": "Grief and loss", "state": "inferred",
                        "rule": "need/grief/bereavement", "field": "lead",
                        "fragment": "Offers a support group for bereaved parents"}]}""";

    private final Reviews reviews;

    TagResource(Reviews reviews) {
        this.reviews = reviews;
    }

    @GET
    @Operation(
            summary = "What was inferred about a service",
            description =
                    "Inferred, confirmed and rejected codes, each with the rule and the words that it stands on. The ETag is what a decision has to name.")
    @APIResponse(
            responseCode = "200",
            description = "The codes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Tags.class),
                            examples = @ExampleObject(name = "tags", value = EXAMPLE)))
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response tags(@Parameter(description = "The id of the service.") @PathParam("id") UUID id) {
        return shown(id);
    }

    @POST
    @Path("{taxonomy}/{code}/confirm")
    @Operation(
            summary = "Say that an inferred code is right",
            description = "From then on it is a code like any other that a person set.")
    @APIResponse(
            responseCode = "200",
            description = "The codes as they are now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Tags.class),
                            examples = @ExampleObject(name = "tags", value = EXAMPLE)))
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "409", description = "No rule inferred this code.")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "422", ref = "invalid")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response confirm(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @Parameter(description = "Such as kith:need, or need.", example = "kith:need") @PathParam("taxonomy")
                    String taxonomy,
            @Parameter(description = "The code.", example = "grief") @PathParam("code") String code,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch) {
        reviews.decide(id, Code.of(taxonomy, code), Said.Decision.CONFIRMED, ifMatch);
        return shown(id);
    }

    @POST
    @Path("{taxonomy}/{code}/reject")
    @Operation(
            summary = "Say that an inferred code is wrong",
            description = "It goes away and stays away, also when the service is imported or read again.")
    @APIResponse(
            responseCode = "200",
            description = "The codes as they are now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Tags.class),
                            examples = @ExampleObject(name = "tags", value = EXAMPLE)))
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "409", description = "No rule inferred this code.")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "422", ref = "invalid")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response reject(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @Parameter(description = "Such as kith:need, or need.", example = "kith:need") @PathParam("taxonomy")
                    String taxonomy,
            @Parameter(description = "The code.", example = "grief") @PathParam("code") String code,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch) {
        reviews.decide(id, Code.of(taxonomy, code), Said.Decision.REJECTED, ifMatch);
        return shown(id);
    }

    @DELETE
    @Path("{taxonomy}/{code}/decision")
    @Operation(
            summary = "Take a decision back",
            description = "The code is inferred again where the text still speaks for it.")
    @APIResponse(
            responseCode = "200",
            description = "The codes as they are now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Tags.class),
                            examples = @ExampleObject(name = "tags", value = EXAMPLE)))
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "422", ref = "invalid")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response withdraw(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @Parameter(description = "Such as kith:need, or need.", example = "kith:need") @PathParam("taxonomy")
                    String taxonomy,
            @Parameter(description = "The code.", example = "grief") @PathParam("code") String code,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch) {
        reviews.undecide(id, Code.of(taxonomy, code), ifMatch);
        return shown(id);
    }

    private Response shown(UUID id) {
        Reviews.Versioned now = reviews.tags(id);
        return Response.ok(now.tags()).tag(EntityTags.of(now.version())).build();
    }
}
