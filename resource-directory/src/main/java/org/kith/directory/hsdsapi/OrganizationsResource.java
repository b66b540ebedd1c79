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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.listing.PublishedOrganizations;
import org.kith.directory.listing.PublishedOrganizations.PublishedOrganization;
import org.kith.web.EntityTags;
import org.kith.web.Problems;

/** Organizations, with their services put in where somebody asks for whole ones. */
@Path("/hsds/v3/organizations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "HSDS", description = "The read API of HSDS 3.2.")
public class OrganizationsResource {
    /** What the list takes, in a query and in a body. */
    static final List<String> FIELDS =
            List.of("search", "full", "full_service", "taxonomy_term_id", "taxonomy_id", "page", "per_page", "format");

    private static final int PIECE = 50;
    private static final Set<String> OWNER = Set.of("organization", "organization_id");

    private final PublishedOrganizations organizations;
    private final PublishedListings listings;

    OrganizationsResource(PublishedOrganizations organizations, PublishedListings listings) {
        this.organizations = organizations;
        this.listings = listings;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "List organizations",
            description = "A page of organizations in the envelope of the standard; filters combine as AND.")
    @APIResponse(
            responseCode = "200",
            description = "A page of organizations.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_ORGANIZATIONS)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response list(@Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters()), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "Search organizations",
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
            description = "A page of organizations.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_ORGANIZATIONS)))
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response search(@Nullable ObjectNode body, @Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters(), body, FIELDS), request);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an organization", description = "The fully nested document.")
    @Parameter(ref = "full_service")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "document", value = HsdsApi.ORGANIZATION)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response read(
            @Parameter(description = "Its id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Context Request request) {
        PublishedOrganization organization =
                NameBasedId.asUuid(id).flatMap(organizations::find).orElseThrow(Problems::notFound);
        boolean fullService = Query.of(uri.getQueryParameters()).flag("full_service");
        return Pages.document(
                request, whole(List.of(organization), fullService).getFirst(), EntityTags.of(organization.version()));
    }

    private Response answer(Query query, Request request) {
        PublishedOrganizations.Filter filter = new PublishedOrganizations.Filter(
                query.text("search"), query.id("taxonomy_term_id"), query.id("taxonomy_id"));
        boolean fullService = query.flag("full_service");
        boolean full = query.flag("full") || fullService;
        long page = query.page();
        int size = query.size();
        if (query.isNdjson()) {
            return Pages.stream(last -> {
                List<PublishedOrganization> found = organizations.following(filter, last, PIECE);
                return new Pages.Piece(
                        shown(found, full, fullService),
                        found.isEmpty() ? null : found.getLast().id());
            });
        }
        return Pages.page(
                request,
                organizations.count(filter),
                page,
                size,
                shown(organizations.page(filter, (page - 1) * size, size), full, fullService));
    }

    private List<byte[]> shown(List<PublishedOrganization> found, boolean full, boolean fullService) {
        return full
                ? whole(found, fullService)
                : found.stream().map(o -> Documents.item(o.document())).toList();
    }

    private List<byte[]> whole(List<PublishedOrganization> found, boolean fullService) {
        Map<UUID, List<byte[]>> services =
                listings
                        .ofOrganizations(
                                found.stream().map(PublishedOrganization::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                PublishedListing::organizationId,
                                Collectors.mapping(l -> inside(l, fullService), Collectors.toList())));
        return found.stream()
                .map(o -> Documents.withServices(o.document(), services.getOrDefault(o.id(), List.of())))
                .toList();
    }

    private static byte[] inside(PublishedListing listing, boolean fullService) {
        byte[] document = Objects.requireNonNull(listing.document(), "a listed document");
        return fullService ? Documents.withoutOrganization(document) : Documents.item(document, OWNER);
    }
}
