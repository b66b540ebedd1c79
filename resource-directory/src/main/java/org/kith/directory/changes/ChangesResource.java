package org.kith.directory.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.web.Cursors;
import org.kith.web.PageSize;

/** Every insert, update and deletion since a cursor, each service once with its newest state. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Changes", description = "What HSDS lacks: a feed with deletions.")
public class ChangesResource {
    private static final String SCOPE = "changes";
    private static final int LARGEST = 500;
    private static final String EXAMPLE = """
            {"items": [{"change": 4711, "operation": "delete", "service_id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01",
                        "at": "2026-11-01T10:00:00Z"}], "next": "NDcxMQ.c2lnbmVk"}""";

    private final PublishedListings listings;
    private final Cursors cursors;

    ChangesResource(PublishedListings listings, Cursors cursors) {
        this.listings = listings;
        this.cursors = cursors;
    }

    /**
     * What happened to one service, seen from the cursor.
     *
     * @param operation insert, update or delete
     * @param service the full nested document; absent after a deletion
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            long change,
            String operation,
            UUID serviceId,
            Instant at,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "The full HSDS document.") @Nullable
            String service) {}

    /** @param next to go on from, also when there is nothing yet */
    public record Changes(List<Change> items, String next) {}

    @GET
    @Operation(
            summary = "What changed",
            description = "Services that were inserted, updated or deleted since the cursor, oldest change first. Start"
                    + " without a cursor, go on with next; an empty page means that you are in step.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Changes.class),
                            examples = @ExampleObject(name = "changes", value = EXAMPLE)))
    @APIResponse(responseCode = "304", ref = "unchanged")
    @APIResponse(responseCode = "400", ref = "malformed")
    public Response changes(
            @Parameter(description = "The next of an earlier answer.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "At most so many changes, up to 500.", example = "100")
                    @Schema(type = SchemaType.INTEGER, defaultValue = "100")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Context UriInfo uri) {
        long from = after == null || after.isBlank() ? 0 : Long.parseLong(cursors.decode(SCOPE, after));
        List<PublishedListing> found = listings.after(from, PageSize.of(limit, 100, LARGEST));
        long last = found.isEmpty() ? from : found.getLast().change();
        String next = cursors.encode(SCOPE, Long.toString(last));
        // Whatever happens to a service moves it behind the last one, so that these numbers say what the page holds.
        EntityTag tag = new EntityTag(from + "-" + last + "-" + found.size(), true);
        return Response.ok(new Changes(found.stream().map(l -> change(l, from)).toList(), next))
                .tag(tag)
                .link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("after", next)
                                .build(),
                        "next")
                .build();
    }

    private static Change change(PublishedListing listing, long from) {
        byte[] document = listing.document();
        String operation = document == null ? "delete" : listing.firstChange() > from ? "insert" : "update";
        return new Change(
                listing.change(),
                operation,
                listing.serviceId(),
                listing.lastModified(),
                document == null ? null : new String(document, StandardCharsets.UTF_8));
    }
}
