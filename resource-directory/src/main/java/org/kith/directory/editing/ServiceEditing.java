package org.kith.directory.editing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.kith.directory.hsds.Listing;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Listings;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.listing.Said;
import org.kith.directory.listing.StoredListing;
import org.kith.directory.platform.Editors;
import org.kith.web.EntityTags;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Writing services, in the representation in which they are read. */
@Path("/v1/services")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Writing", description = "For editors of an organization and stewards of the directory.")
public class ServiceEditing {
    private static final String EXAMPLE = """
            {"name": "Grief circle", "status": "active", "organization_id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10",
             "attributes": [{"taxonomy_term": {"taxonomy": "kith:kind", "code": "support_group"}}]}""";

    private final Directory directory;
    private final Versions versions;
    private final Editing<Listing> editing;
    private final Editors editors;
    private final ServiceTrees trees;
    private final Listings listings;
    private final PublishedListings published;

    ServiceEditing(
            Directory directory,
            Versions versions,
            Editors editors,
            ServiceTrees trees,
            Listings listings,
            PublishedListings published) {
        this.directory = directory;
        this.versions = versions;
        this.editors = editors;
        this.trees = trees;
        this.listings = listings;
        this.published = published;
        this.editing = new Editing<>(Listing.class, "service", versions::ofService, this::store, this::shown);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read a service", description = "With the ETag that a change has to name.")
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
    @Operation(summary = "Add a service", description = "With an id of yours, or with one that it gets.")
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
    public Response add(@Nullable Listing given, @Context UriInfo uri, @Context Request request) {
        return editing.add(given, uri, request);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace a service",
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
            @Nullable Listing given,
            @Context Request request) {
        return editing.replace(id, ifMatch, given, request);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a service", description = "Readers of the feed learn that it is gone.")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public void remove(
            @Parameter(description = "Its id.") @PathParam("id") UUID id,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch) {
        requireOwn(id);
        directory.withdraw(List.of(id), editing.mayRemove(id, ifMatch));
    }

    /**
     * What staff says about room for more people.
     *
     * @param estimatedDays of waiting
     */
    public record Capacity(
            @NotNull @Pattern(regexp = "open|waitlist|full", message = "One of open, waitlist, full.") @Nullable
            String capacity,

            @Min(0) @Max(3650) @Nullable Integer estimatedDays) {}

    @PUT
    @Path("{id}/capacity")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR, Roles.PROVIDER})
    @Operation(
            summary = "Say whether there is room",
            description =
                    "Shows in the listing with the time at which it was said. If-Match is welcome, not needed: the newest word counts.")
    @RequestBody(
            description = "The capacity.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Capacity.class),
                            examples =
                                    @ExampleObject(
                                            name = "waitlist",
                                            value = "{\"capacity\": \"waitlist\", \"estimated_days\": 21}")))
    @APIResponse(responseCode = "200", description = "The listing as it is now.")
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "412", description = "It has changed since.")
    @APIResponse(responseCode = "422", ref = "invalid")
    public Response sayCapacity(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @Parameter(description = "The ETag that you read.") @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Capacity said,
            @Context Request request) {
        if (listings.findById(id) == null) {
            throw Problems.notFound();
        }
        requireOwn(id);
        directory.say(
                id,
                new Said.Capacity(
                        String.valueOf(said.capacity()),
                        said.estimatedDays(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                () -> EntityTags.honour(ifMatch, versions.ofService(id).orElseThrow(Problems::notFound)));
        return editing.read(id, request);
    }

    /** What exists belongs to somebody already, whatever the document says. */
    private void requireOwn(UUID id) {
        StoredListing stored = listings.findById(id);
        if (stored != null) {
            editors.requireMayChange(stored.organizationId());
        }
    }

    private void store(UUID id, Listing document, Runnable guard) {
        requireOwn(id);
        trees.ofService(id, document).store(directory, guard);
    }

    private Optional<Tagged> shown(UUID id) {
        return published.find(id).flatMap(listing -> {
            byte[] document = listing.document();
            return document == null ? Optional.empty() : Optional.of(new Tagged(document, listing.change()));
        });
    }
}
