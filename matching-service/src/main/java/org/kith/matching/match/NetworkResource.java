package org.kith.matching.match;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.matching.network.Gaps;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** What a client's network lacks, without a search. */
@Path("/v1/network-assessments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR, Roles.APP})
@Tag(name = "Network", description = "What a client's present network holds and lacks")
class NetworkResource {

    @Schema(description = "The client's ties, and what is wanted")
    record NetworkRequest(
            @Schema(required = true) @Nullable List<MatchRequest.Tie> network,
            @Nullable Map<String, Integer> supportWanted,
            @Nullable List<String> barriers) {}

    @POST
    @Operation(
            operationId = "assessNetwork",
            summary = "Assess a network of ties",
            description = "Support types and sources that are missing, and notes. The body is not kept.")
    @RequestBody(
            required = true,
            description = "Ties by role; they name no person",
            content =
                    @Content(
                            schema = @Schema(implementation = NetworkRequest.class),
                            examples = @ExampleObject(name = "Two ties", value = Examples.NETWORK)))
    @APIResponse(
            responseCode = "200",
            description = "What is missing, and what to be careful about",
            content = @Content(schema = @Schema(implementation = Gaps.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read, or has a field that is unknown")
    @APIResponse(responseCode = "422", description = "A code or a value is unknown; the nearest codes are named")
    public Gaps assess(@Nullable NetworkRequest request) {
        if (request == null || request.network() == null) {
            throw Problems.invalid("/network", "required", "This is required.");
        }
        Findings found = new Findings();
        RequestCheck.network("/network", request.network(), found);
        RequestCheck.wanted(request.supportWanted(), found);
        found.codes("/barriers", request.barriers(), "barrier", 25);
        if (!found.errors().isEmpty()) {
            throw Problems.invalid(found.errors());
        }
        return QueryReader.assess(request.network(), request.supportWanted(), request.barriers())
                .gaps();
    }
}
