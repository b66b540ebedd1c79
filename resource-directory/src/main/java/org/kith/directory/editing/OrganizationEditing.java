package org.kith.directory.editing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.PublishedOrganizations;
import org.kith.directory.platform.Editors;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Writing organizations, in the representation in which they are read. */
@Path("/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Writing", description = "For editors of an organization and stewards of the directory.")
public class OrganizationEditing {
    private static final String EXAMPLE = """
            {"name": "Hope Center", "description": "Neighbours who listen.", "website": "https://hope.example"}""";

    private final Directory directory;
    private final Editing<Organization> editing;
    private final Editors editors;
    private final ServiceTrees trees;
    private final PublishedOrganizations published;

    OrganizationEditing(
            Directory directory,
            Versions versions,
            Editors editors,
            ServiceTrees trees,
            PublishedOrganizations published) {
        this.directory = directory;
        this.editors = editors;
        this.trees = trees;
        this.published = published;
        this.editing =
                new Editing<>(Organization.class, "organization", versions::ofOrganization, this::store, this::shown);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read an organization", description = "With the ETag that a change has to name.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "document", value = EXAMPLE)))
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response read(@Parameter(description = "Its id.") @PathParam("id") UUID id, @Context Request request) {
        return editing.read(id, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add an organization", description = "With an id of yours, or with one that it gets.")
    @RequestBody(
            description = "The HSDS document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "document", value = EXAMPLE)))
    @APIResponse(responseCode = "201", description = "Stored; Location says where.")
    @APIResponse(responseCode = "409", description = "There is one with this id.")
    @APIResponse(responseCode = "422", ref = "invalid")
    public Response add(@Nullable Organization given, @Context UriInfo uri, @Context Request request) {
        return editing.add(given, uri, request);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace an organization",
            description =
                    "As a whole. If-Match names the ETag that you read; without one, only what does not exist yet is stored.")
    @RequestBody(
            description = "The HSDS document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "document", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "201", description = "Stored for the first time.")
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "422", ref = "invalid")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response replace(
            @Parameter(description = "Its id.") @PathParam("id") UUID id,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Organization given,
            @Context Request request) {
        return editing.replace(id, ifMatch, given, request);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Remove an organization",
            description = "With its services; places where others give services stay.")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public void remove(
            @Parameter(description = "Its id.") @PathParam("id") UUID id,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch) {
        editors.requireMayChange(id);
        if (!directory.withdrawOrganization(id, editing.mayRemove(id, ifMatch))) {
            throw Problems.notFound();
        }
    }

    private void store(UUID id, Organization document, Runnable guard) {
        editors.requireMayChange(id);
        trees.ofOrganization(id, document).store(directory, guard);
    }

    private Optional<Tagged> shown(UUID id) {
        return published.find(id).map(o -> new Tagged(o.document(), o.version()));
    }
}
