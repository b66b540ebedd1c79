package org.kith.directory.hsdsapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.listing.ListingFilter;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.listing.RecentListings;
import org.kith.web.EntityTags;
import org.kith.web.Problems;

/** Services, each the document that was composed when it last changed. */
@Path("/hsds/v3/services")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "HSDS", description = "The read API of HSDS 3.2.")
public class ServicesResource {
    /** What the list takes, in a query and in a body. */
    static final List<String> FIELDS = List.of(
            "search",
            "page",
            "per_page",
            "format",
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "modified_after",
            "minimal",
            "full");

    private static final int PIECE = 100;
    private static final int STAMPS = 2000;

    private final PublishedListings listings;
    private final RecentListings recent;

    ServicesResource(PublishedListings listings, RecentListings recent) {
        this.listings = listings;
        this.recent = recent;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "List services",
            description = "A page of services in the envelope of the standard; filters combine as AND.")
    @APIResponse(
            responseCode = "200",
            description = "A page of services.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_SERVICES)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response list(@Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters()), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "Search services",
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
            description = "A page of services.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_SERVICES)))
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response search(@Nullable ObjectNode body, @Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters(), body, FIELDS), request);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a service", description = "The fully nested document.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "document", value = HsdsApi.SERVICE)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Uni<Response> read(
            @Parameter(description = "Its id.") @PathParam("id") String id, @Context Request request) {
        UUID service = NameBasedId.asUuid(id).orElseThrow(Problems::notFound);
        // What is held goes out from the thread that took the request in; only a query needs one that may wait.
        return recent.held(service)
                .map(held -> Uni.createFrom().item(document(held, request)))
                .orElseGet(() -> Uni.createFrom()
                        .item(() -> document(recent.read(service).orElseThrow(Problems::notFound), request))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private static Response document(PublishedListing listing, Request request) {
        byte[] document = listing.document();
        if (document == null) {
            throw Problems.notFound();
        }
        return Pages.document(request, document, EntityTags.of(listing.change()));
    }

    private Response answer(Query query, Request request) {
        ListingFilter filter = new ListingFilter(
                query.text("search"),
                query.id("taxonomy_term_id"),
                query.id("taxonomy_id"),
                query.id("organization_id"),
                query.instant("modified_after"));
        boolean full = query.flag("full");
        boolean minimal = query.flag("minimal");
        long page = query.page();
        int size = query.size();
        if (query.isNdjson()) {
            return Pages.stream(
                    last -> piece(listings.following(filter, last, minimal ? STAMPS : PIECE, !minimal), full));
        }
        long total = listings.count(filter);
        if (minimal && !query.has("per_page")) {
            return Pages.page(request, total, 1, (int) Math.max(1, total), stamps(filter));
        }
        return Pages.page(
                request,
                total,
                page,
                size,
                listings.page(filter, (page - 1) * size, size).stream()
                        .map(l -> minimal ? stamp(l) : shown(l, full))
                        .toList());
    }

    private static Pages.Piece piece(List<PublishedListing> found, boolean full) {
        return new Pages.Piece(
                found.stream()
                        .map(l -> l.document() == null ? stamp(l) : shown(l, full))
                        .toList(),
                found.isEmpty() ? null : found.getLast().serviceId());
    }

    /** HSDS wants all of them in one answer, so that a copy sees what it has missed: some 90 bytes each. */
    private List<byte[]> stamps(ListingFilter filter) {
        List<byte[]> stamps = new ArrayList<>();
        @Nullable UUID last = null;
        List<PublishedListing> found;
        do {
            found = listings.following(filter, last, STAMPS, false);
            found.forEach(l -> stamps.add(stamp(l)));
            last = found.isEmpty() ? null : found.getLast().serviceId();
        } while (last != null);
        return stamps;
    }

    private static byte[] stamp(PublishedListing listing) {
        return Documents.utf8(
                "{\"id\":\"%s\",\"last_modified\":\"%s\"}".formatted(listing.serviceId(), listing.lastModified()));
    }

    private static byte[] shown(PublishedListing listing, boolean full) {
        byte[] document = Objects.requireNonNull(listing.document(), "a listed document");
        return full ? document : Documents.item(document);
    }
}
