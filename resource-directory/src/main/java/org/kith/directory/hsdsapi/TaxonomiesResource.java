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
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.taxonomy.StoredTaxonomy;
import org.kith.directory.taxonomy.Taxonomies;
import org.kith.web.Problems;

/** Taxonomies: our codes, and those that imported directories brought along. */
@Path("/hsds/v3/taxonomies")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "HSDS", description = "The read API of HSDS 3.2.")
public class TaxonomiesResource {
    /** What the list takes, in a query and in a body. */
    static final List<String> FIELDS = List.of("search", "page", "per_page", "format");

    private final Taxonomies taxonomies;

    TaxonomiesResource(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "List taxonomies",
            description = "A page of taxonomies in the envelope of the standard; filters combine as AND.")
    @APIResponse(
            responseCode = "200",
            description = "A page of taxonomies.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_TAXONOMIES)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response list(@Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters()), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Pages.NDJSON})
    @Operation(
            summary = "Search taxonomies",
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
            description = "A page of taxonomies.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = HsdsApi.PAGE_OF_TAXONOMIES)))
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response search(@Nullable ObjectNode body, @Context UriInfo uri, @Context Request request) {
        return answer(Query.of(uri.getQueryParameters(), body, FIELDS), request);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a taxonomy", description = "The fully nested document.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "document", value = HsdsApi.TAXONOMY)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response read(@Parameter(description = "Its id.") @PathParam("id") String id, @Context Request request) {
        StoredTaxonomy taxonomy =
                NameBasedId.asUuid(id).flatMap(taxonomies::findByIdOptional).orElseThrow(Problems::notFound);
        return Pages.document(request, HsdsJson.bytes(taxonomy.facts()));
    }

    private Response answer(Query query, Request request) {
        String search = query.text("search");
        long page = query.page();
        int size = query.size();
        if (query.isNdjson()) {
            return Pages.stream(last -> {
                List<StoredTaxonomy> found = taxonomies.following(search, last);
                return new Pages.Piece(
                        shown(found), found.isEmpty() ? null : found.getLast().id());
            });
        }
        return Pages.page(
                request, taxonomies.count(search), page, size, shown(taxonomies.page(search, (page - 1) * size, size)));
    }

    private static List<byte[]> shown(List<StoredTaxonomy> found) {
        return found.stream().map(t -> HsdsJson.bytes(t.facts())).toList();
    }
}
