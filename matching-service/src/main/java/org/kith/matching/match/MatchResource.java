package org.kith.matching.match;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.matching.platform.ListingFeed;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Matches, and why one is not among them. Nothing of a request is kept. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR, Roles.APP})
@Tag(name = "Matches", description = "Ranked, explained and varied resources for one client, and a staged plan")
class MatchResource {
    private static final int COME_BACK_IN_SECONDS = 5;

    private final Matching matching;
    private final ListingFeed feed;

    MatchResource(Matching matching, ListingFeed feed) {
        this.matching = matching;
        this.feed = feed;
    }

    @POST
    @Path("/matches")
    @Operation(
            operationId = "match",
            summary = "Match a client's needs to resources",
            description =
                    "Needs are required; everything else sharpens the answer. Identity factors are used only where"
                            + " consented is true. The body is never stored, logged or sent on. Sentences follow Accept-Language"
                            + " (en, es).")
    @RequestBody(
            required = true,
            description = "What the caller says about the client; there is no free text",
            content =
                    @Content(
                            schema = @Schema(implementation = MatchRequest.class),
                            examples = {
                                @ExampleObject(name = "Alone", summary = "One need", value = Examples.ALONE),
                                @ExampleObject(
                                        name = "Student",
                                        summary = "Gentle pace, text first",
                                        value = Examples.STUDENT)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The crisis block, the results with their reasons, and the plan",
            content = @Content(schema = @Schema(implementation = MatchAnswer.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read, or has a field that is unknown")
    @APIResponse(responseCode = "413", description = "The body is larger than 256 KB")
    @APIResponse(responseCode = "422", description = "A code or a value is unknown; the nearest codes are named")
    @APIResponse(responseCode = "503", description = "The copy of the directory is not complete yet")
    public Response match(@Nullable MatchRequest request, @Context HttpHeaders headers) {
        return notToBeKept(matching.answer(needed(request), headers.getAcceptableLanguages()));
    }

    @POST
    @Path("/why-not")
    @Operation(
            operationId = "whyNot",
            summary = "Why a resource is not among the results",
            description =
                    "The filters that speak against it in their order and the smallest change that would let it in,"
                            + " or its rank and what it lacks. A safety filter answers NOT_SUITABLE and nothing else.")
    @RequestBody(
            required = true,
            description = "The same request as for the match, and the resource asked about",
            content =
                    @Content(
                            schema = @Schema(implementation = WhyNotRequest.class),
                            examples = @ExampleObject(name = "Why not", value = Examples.WHY_NOT)))
    @APIResponse(
            responseCode = "200",
            description = "The reason",
            content = @Content(schema = @Schema(implementation = WhyNotView.class)))
    @APIResponse(responseCode = "404", description = "There is no such resource, or the client avoids it")
    @APIResponse(responseCode = "422", description = "The request is not valid")
    @APIResponse(responseCode = "503", description = "The copy of the directory is not complete yet")
    public Response whyNot(@Nullable WhyNotRequest question) {
        UUID resource = question == null ? null : question.resourceId();
        if (question == null || resource == null) {
            throw Problems.invalid("/resource_id", "required", "This is required.");
        }
        return notToBeKept(WhyNotView.of(matching.whyNot(needed(question.request()), resource)));
    }

    private MatchRequest needed(@Nullable MatchRequest request) {
        if (!feed.progress().ready()) {
            throw Problems.unavailable("The copy of the directory is not complete yet.", COME_BACK_IN_SECONDS);
        }
        if (request == null) {
            throw Problems.invalid("/needs", "required", "This is required.");
        }
        return request;
    }

    private static Response notToBeKept(Object answer) {
        CacheControl none = new CacheControl();
        none.setNoStore(true);
        return Response.ok(answer).cacheControl(none).build();
    }
}
