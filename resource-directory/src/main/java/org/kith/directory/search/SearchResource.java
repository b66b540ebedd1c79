package org.kith.directory.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.directory.search.index.ListingIndex;
import org.kith.directory.search.index.Page;
import org.kith.directory.search.index.Position;
import org.kith.directory.search.index.Question;
import org.kith.web.Problems;

/** Search, for anybody. What was searched for is logged nowhere. */
@Path("/v1/search")
@PermitAll
@Produces({MediaType.APPLICATION_JSON, GeoJson.TYPE, Csv.TYPE})
@Tag(name = "Search", description = "Find listings by words, filters and distance.")
public class SearchResource {
    private static final MediaType GEO_JSON = MediaType.valueOf(GeoJson.TYPE);
    private static final MediaType CSV = MediaType.valueOf(Csv.TYPE);
    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, GEO_JSON, CSV).build();

    private final IndexFollower follower;
    private final Questions questions;

    SearchResource(IndexFollower follower, Questions questions) {
        this.follower = follower;
        this.questions = questions;
    }

    @GET
    @Operation(
            summary = "Search listings",
            description = "Filters combine as AND, the codes of one filter (given several times, or with commas) as OR."
                    + " As JSON, GeoJSON or CSV by the Accept header.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = SearchDocs.Q,
            example = "grief group",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "near",
            in = ParameterIn.QUERY,
            description = SearchDocs.NEAR,
            example = "39.2904,-76.6122",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "postal_code",
            in = ParameterIn.QUERY,
            description = SearchDocs.POSTAL_CODE,
            example = "21218",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "place",
            in = ParameterIn.QUERY,
            description = SearchDocs.PLACE,
            example = "Baltimore, MD",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "radius_km",
            in = ParameterIn.QUERY,
            description = SearchDocs.RADIUS,
            example = "10",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = SearchDocs.KIND,
            example = "support_group",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "support_type",
            in = ParameterIn.QUERY,
            description = SearchDocs.SUPPORT_TYPE,
            example = "emotional",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "need",
            in = ParameterIn.QUERY,
            description = SearchDocs.NEED,
            example = "grief",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "topic",
            in = ParameterIn.QUERY,
            description = SearchDocs.TOPIC,
            example = "chess",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = SearchDocs.FORMAT,
            example = "in_person",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "feature",
            in = ParameterIn.QUERY,
            description = SearchDocs.FEATURE,
            example = "wheelchair",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "audience",
            in = ParameterIn.QUERY,
            description = SearchDocs.AUDIENCE,
            example = "veterans",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = SearchDocs.LANGUAGE,
            example = "es",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "faith_tradition",
            in = ParameterIn.QUERY,
            description = SearchDocs.FAITH_TRADITION,
            example = "christian",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "cost_max",
            in = ParameterIn.QUERY,
            description = SearchDocs.COST_MAX,
            example = "low",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "age",
            in = ParameterIn.QUERY,
            description = SearchDocs.AGE,
            example = "34",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "open_now",
            in = ParameterIn.QUERY,
            description = SearchDocs.OPEN_NOW,
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "open_at",
            in = ParameterIn.QUERY,
            description = SearchDocs.OPEN_AT,
            example = "2026-11-24T18:30",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "include_stale",
            in = ParameterIn.QUERY,
            description = SearchDocs.INCLUDE_STALE,
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = SearchDocs.SORT,
            example = "distance",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"relevance", "distance", "freshness"}))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = SearchDocs.LIMIT,
            example = "20",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = SearchDocs.CURSOR,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = SearchDocs.FACETS,
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            description = "A page of what was found; a Link header leads to the next.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SearchAnswer.class),
                        examples = @ExampleObject(name = "page", value = SearchDocs.EXAMPLE)),
                @Content(
                        mediaType = GeoJson.TYPE,
                        schema = @Schema(type = SchemaType.OBJECT, description = "A FeatureCollection.")),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be read, or there is no such parameter; named.")
    @APIResponse(
            responseCode = "422",
            description = "A parameter says something impossible; named, with the nearest codes.")
    @APIResponse(responseCode = "503", description = "The index is still being built; try again in a few seconds.")
    public Response find(@Context UriInfo uri, @Context Request accepted) {
        SearchRequest request = QueryParameters.read(uri.getQueryParameters());
        return answer(request, false, uri, accepted);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Search listings without writing the question into a URL",
            description = "The same as GET: for questions that nobody should read in a log or a history.")
    @RequestBody(
            description = "What is searched for.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SearchRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "question",
                                            value =
                                                    "{\"q\": \"grief group\", \"postal_code\": \"21218\", \"radius_km\": 10, \"language\": [\"es\"], \"facets\": true}")))
    @APIResponse(
            responseCode = "200",
            description = "A page of what was found.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SearchAnswer.class),
                        examples = @ExampleObject(name = "page", value = SearchDocs.EXAMPLE)),
                @Content(
                        mediaType = GeoJson.TYPE,
                        schema = @Schema(type = SchemaType.OBJECT, description = "A FeatureCollection.")),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "The body cannot be read, or has an unknown field; by JSON pointer.")
    @APIResponse(
            responseCode = "422",
            description = "A field says something impossible; by JSON pointer, with the nearest codes.")
    @APIResponse(responseCode = "503", description = "The index is still being built; try again in a few seconds.")
    public Response findPrivately(@Nullable SearchRequest request, @Context UriInfo uri, @Context Request accepted) {
        SearchRequest question = request == null ? SearchRequest.everything() : request;
        return answer(question, true, uri, accepted);
    }

    private Response answer(SearchRequest request, boolean inBody, UriInfo uri, Request accepted) {
        ListingIndex index = follower.upToDate();
        if (index == null) {
            throw Problems.unavailable("The search index is still being built.", 5);
        }
        Question question = questions.read(request, inBody, index);
        Page page = index.search(question);
        Position end = page.next();
        String next = end == null ? null : questions.cursor(request, question, end);
        Response.ResponseBuilder response = written(page, question.facets(), next, accepted);
        if (next != null && !inBody) {
            URI following =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            response.header("Link", "<" + following.getRawPath() + "?" + following.getRawQuery() + ">; rel=\"next\"");
        }
        return response.header("Vary", "Accept").build();
    }

    private static Response.ResponseBuilder written(
            Page page, boolean facets, @Nullable String next, Request accepted) {
        Variant variant = accepted.selectVariant(VARIANTS);
        MediaType type = variant == null ? MediaType.APPLICATION_JSON_TYPE : variant.getMediaType();
        if (type.isCompatible(GEO_JSON)) {
            return Response.ok(GeoJson.of(page, facets, next), GEO_JSON);
        }
        if (type.isCompatible(CSV)) {
            return Response.ok(Csv.of(page), CSV.withCharset("UTF-8"));
        }
        return Response.ok(SearchAnswer.of(page, facets, next), MediaType.APPLICATION_JSON_TYPE);
    }
}
