package org.kith.directory.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.Roles;

/** What became of an organization. */
@Path("/v1/organizations/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Writing", description = "For editors of an organization and stewards of the directory.")
public class OrganizationHistoryResource {
    private final HistoryPages pages;

    OrganizationHistoryResource(HistoryPages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(
            summary = "Read what was changed in an organization",
            description = "The newest change first, a line per field, as HSDS metadata; of an import a line per entity."
                    + " For editors of the organization and stewards. What might tell of a confidential place is left"
                    + " out.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes; a Link header leads to the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HistoryPages.Page.class),
                            examples = @ExampleObject(name = "history", value = HistoryPages.EXAMPLE)))
    @APIResponse(responseCode = "400", ref = "malformed")
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response history(
            @Parameter(description = "Its id.") @PathParam("id") UUID id,
            @Parameter(description = "At most so many, up to 200.", example = "50")
                    @Schema(type = SchemaType.INTEGER, defaultValue = "50")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "The next of an earlier answer.") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return pages.of("organization", id, limit, cursor, uri);
    }
}
