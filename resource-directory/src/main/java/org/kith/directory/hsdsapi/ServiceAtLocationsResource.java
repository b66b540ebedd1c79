package org.kith.directory.hsdsapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.listing.ListingFilter;
import org.kith.directory.listing.PublishedPlaces;
import org.kith.directory.listing.PublishedPlaces.PublishedPlace;
import org.kith.web.EntityTags;
import org.kith.web.Problems;

/** Services at locations, cut out of the documents of their services. */
@Path("/hsds/v3/service_at_locations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "HSDS", description = "The read API of HSDS 3.2.")
public class ServiceAtLocationsResource {
    /** What the list takes, in a query and in a body. */
    static final List<String> FIELDS = List.of(
            "search",
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "modified_after",
            "full",
            "page",
            "per_page",
            "format",
            "postcode",
            "proximity");

    private static final int PIECE = 100;

    private final PublishedPlaces places;

    ServiceAtLocationsResource(PublishedPlaces places) {
        this.places = places;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "List services at locations",
            description = "A page of services at locations in the envelope of the standard; filters combine as AND.")
    @APIResponse(
            responseCode = "200",
            description = "A page of services at locations.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_PLACES)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response list(@Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters()), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "Search services at locations",
            description = "The same list; the parameters may stand in the body, so that a search stays out of URLs.")
    @RequestBody(
            description = "The parameters of the list, as fields.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "search", value = HsdsApi.SEARCH)))
    @APIResponse(
            responseCode = "200",
            description = "A page of services at locations.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_PLACES)))
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response search(@Nullable ObjectNode body, @Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters(), body, FIELDS), request);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a service at a location", description = "The fully nested document.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "document", value = HsdsApi.PLACE)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response read(@Parameter(description = "Its id.") @PathParam("id") String id, @Context Request request) {
        PublishedPlace place = NameBasedId.asUuid(id).flatMap(places::find).orElseThrow(Problems::notFound);
        return Pages.document(
                request, Documents.place(place.document(), place.id(), true), EntityTags.of(place.change()));
    }

    private Response answer(Query query, Request request) {
        ListingFilter listing = new ListingFilter(
                query.text("search"),
                query.id("taxonomy_term_id"),
                query.id("taxonomy_id"),
                query.id("organization_id"),
                query.instant("modified_after"));
        PublishedPlaces.Filter filter =
                new PublishedPlaces.Filter(listing, query.text("postcode"), query.metres("proximity"));
        if (filter.metres() != null && filter.postalCode() == null) {
            throw Query.refused("postcode", "required", "proximity is measured from a postal code.");
        }
        boolean full = query.flag("full");
        long page = query.page();
        int size = query.size();
        if (query.isNdjson()) {
            return Pages.stream(last -> {
                List<PublishedPlace> found = places.following(filter, last, PIECE);
                return new Pages.Piece(
                        shown(found, full),
                        found.isEmpty() ? null : found.getLast().id());
            });
        }
        return Pages.page(
                request, places.count(filter), page, size, shown(places.page(filter, (page - 1) * size, size), full));
    }

    private static List<byte[]> shown(List<PublishedPlace> found, boolean full) {
        return found.stream()
                .map(p -> Documents.place(p.document(), p.id(), full))
                .toList();
    }
}
