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
import org.kith.directory.hsds.Location;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.OrganizationTree;
import org.kith.directory.listing.PublishedLocations;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.platform.Editors;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Writing locations, in the representation in which they are read. */
@Path("/v1/locations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Writing", description = "For editors of an organization and stewards of the directory.")
public class LocationEditing {
    private static final String EXAMPLE = """
            {"location_type": "physical", "name": "Hope House", "organization_id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10",
             "latitude": 39.29, "longitude": -76.61}""";

    private final Directory directory;
    private final Editing<Location> editing;
    private final Editors editors;
    private final Locations locations;
    private final PublishedLocations published;

    LocationEditing(
            Directory directory,
            Versions versions,
            Editors editors,
            Locations locations,
            PublishedLocations published) {
        this.directory = directory;
        this.editors = editors;
        this.locations = locations;
        this.published = published;
        this.editing = new Editing<>(Location.class, "location", versions::ofLocation, this::store, this::shown);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read a location", description = "With the ETag that a change has to name.")
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
    @Operation(summary = "Add a location", description = "With an id of yours, or with one that it gets.")
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
    public Response add(@Nullable Location given, @Context UriInfo uri, @Context Request request) {
        return editing.add(given, uri, request);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace a location",
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
            @Nullable Location given,
            @Context Request request) {
        return editing.replace(id, ifMatch, given, request);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a location", description = "Services that were given there stay.")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public void remove(
            @Parameter(description = "Its id.") @PathParam("id") UUID id,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch) {
        StoredLocation stored = locations.findByIdOptional(id).orElseThrow(Problems::notFound);
        editors.requireMayChange(stored.organizationId());
        directory.removeLocation(id, editing.mayRemove(id, ifMatch));
    }

    private UUID owner(Location given) {
        return given.organizationId() != null
                ? given.organizationId()
                : editors.own()
                        .orElseThrow(() -> Problems.invalid("/organization_id", "required", "Whose location it is."));
    }

    private void store(UUID id, Location document, Runnable guard) {
        StoredLocation stored = locations.findById(id);
        UUID owner = stored != null && stored.organizationId() != null ? stored.organizationId() : owner(document);
        editors.requireMayChange(owner);
        OrganizationTree tree = OrganizationTree.of(owner).with(document.but(l -> l.id = id));
        directory.store(tree, guard);
    }

    private Optional<Tagged> shown(UUID id) {
        return published.find(id).map(l -> new Tagged(l.document(), l.version()));
    }
}
