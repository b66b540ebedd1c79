package org.kith.directory.verification;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
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
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.platform.Editors;
import org.kith.web.Cursors;
import org.kith.web.PageSize;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Anybody may say that a listing is wrong; who keeps it reads that and settles it. */
@Path("/v1/services/{id}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Verification", description = "Keeping listings fresh.")
public class ReportResource {
    private static final String REASONS =
            "closed|wrong-contact|wrong-hours|wrong-place|wrong-eligibility|not-as-described|duplicate|unsafe|other";
    private static final String NEW = "{\"reason\": \"wrong-hours\", \"text\": \"They meet on Thursdays now.\"}";
    private static final String TAKEN = "{\"id\": \"5d0b7b5c-6f0f-4b52-9d0c-2a3f6b1f8a01\"}";
    private static final String REPORT = """
            {"id": "5d0b7b5c-6f0f-4b52-9d0c-2a3f6b1f8a01", "reason": "wrong-hours",
             "text": "They meet on Thursdays now.", "reported_at": "2026-11-22T10:00:00Z", "state": "open"}""";
    private static final String PAGE = "{\"items\": [" + REPORT + "]}";

    private final Reports reports;
    private final PublishedListings listings;
    private final Editors editors;
    private final Cursors cursors;

    ReportResource(Reports reports, PublishedListings listings, Editors editors, Cursors cursors) {
        this.reports = reports;
        this.listings = listings;
        this.editors = editors;
        this.cursors = cursors;
    }

    /**
     * What somebody noticed.
     *
     * @param text without names, please; it is erased when the report is settled
     * @param website not for people: whoever fills it in is a program, and is thanked and not heard
     */
    public record NewReport(
            @NotNull @Pattern(regexp = REASONS, message = "One of " + REASONS + ".") @Nullable
            String reason,

            @Size(max = 2000) @Nullable String text,

            @Size(max = 200) @Schema(description = "Leave this empty.") @Nullable
            String website) {}

    /** What the reporter gets: nothing to come back with. */
    public record Taken(UUID id) {}

    /** @param state open, or resolved as {@code resolution} says, by a role */
    public record ReportView(
            UUID id,
            String reason,
            @Nullable String text,
            Instant reportedAt,
            String state,
            @Nullable String resolution,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy) {
        static ReportView of(Reports.Report report) {
            return new ReportView(
                    report.id(),
                    report.reason().code(),
                    report.words(),
                    report.reportedAt(),
                    report.isResolved() ? "resolved" : "open",
                    report.resolution(),
                    report.resolvedAt(),
                    report.resolvedBy());
        }
    }

    /** @param next absent on the last page */
    public record Page(List<ReportView> items, @Nullable String next) {}

    /** @param resolution what came of it */
    public record Resolution(
            @NotNull
            @Pattern(regexp = "corrected|not-so|duplicate", message = "One of corrected, not-so, duplicate.")
            @Nullable
            String resolution) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            summary = "Report a problem",
            description = "By anybody, without a token. The listing is queued for verification; the text is read by"
                    + " those who keep the listing (of what is unsafe by stewards alone), appears nowhere else, and is"
                    + " erased when the report is settled. Limited to a few an hour.")
    @RequestBody(
            description = "What is wrong.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewReport.class),
                            examples = @ExampleObject(name = "hours", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Taken.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Taken.class),
                            examples = @ExampleObject(name = "taken", value = TAKEN)))
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "422", ref = "invalid")
    @APIResponse(responseCode = "429", description = "Too many; Retry-After says when there is room again.")
    public Response report(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @Parameter(description = "The same key and body again: the same answer, and one report.")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid NewReport given) {
        listing(id);
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw Problems.invalid("Idempotency-Key", "out-of-range", "From 1 to 200 characters.");
        }
        boolean program = given.website() != null && !given.website().isBlank();
        UUID report = program
                ? UUID.randomUUID()
                : reports.take(id, Reason.of(String.valueOf(given.reason())).orElse(Reason.OTHER), given.text(), key);
        return Response.status(Response.Status.CREATED)
                .entity(new Taken(report))
                .build();
    }

    @GET
    @Operation(
            summary = "Read what was reported",
            description = "The oldest first. An editor reads what was reported about the own organization's services,"
                    + " except what is about safety.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports; a Link header leads to the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "reports", value = PAGE)))
    @APIResponse(responseCode = "400", ref = "malformed")
    @APIResponse(responseCode = "403", description = "It belongs to another organization.")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response reports(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @Parameter(description = "Also those that are settled.") @QueryParam("all") boolean all,
            @Parameter(description = "At most so many, up to 200.", example = "50")
                    @Schema(type = SchemaType.INTEGER, defaultValue = "50")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "The next of an earlier answer.") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        editors.requireMayChange(listing(id).organizationId());
        String scope = "reports " + id + all;
        int size = PageSize.of(limit, 50, 200);
        List<Reports.Report> found = reports.of(
                id,
                !all,
                editors.isSteward(),
                cursor == null || cursor.isBlank() ? null : position(cursors.decode(scope, cursor)),
                size);
        String next = found.size() < size
                ? null
                : cursors.encode(
                        scope,
                        found.getLast().reportedAt() + "|" + found.getLast().id());
        Response.ResponseBuilder page =
                Response.ok(new Page(found.stream().map(ReportView::of).toList(), next));
        if (next != null) {
            page.link(
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build(), "next");
        }
        return page.build();
    }

    @POST
    @Path("{report}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Settle a report",
            description =
                    "Its text is erased. When no other report asks for it, the listing leaves the queue. Verifying"
                            + " the service settles what was reported until then as well.")
    @RequestBody(
            description = "What came of it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Resolution.class),
                            examples = @ExampleObject(name = "corrected", value = "{\"resolution\": \"corrected\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The report as it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class),
                            examples = @ExampleObject(name = "report", value = REPORT)))
    @APIResponse(responseCode = "403", description = "It belongs to another organization, or is about safety.")
    @APIResponse(responseCode = "404", ref = "nothing")
    @APIResponse(responseCode = "409", description = "It is settled already.")
    @APIResponse(responseCode = "422", ref = "invalid")
    public ReportView resolve(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id,
            @Parameter(description = "The id of the report.") @PathParam("report") UUID reportId,
            @NotNull @Valid Resolution given) {
        editors.requireMayChange(listing(id).organizationId());
        Reports.Report report = reports.find(id, reportId).orElseThrow(Problems::notFound);
        if (report.reason().isForStewardsOnly() && !editors.isSteward()) {
            throw Problems.notFound();
        }
        if (report.isResolved()) {
            throw Problems.conflict("already-resolved", "This report is settled already.");
        }
        reports.resolve(id, report, String.valueOf(given.resolution()), editors.role());
        return ReportView.of(reports.find(id, reportId).orElseThrow(Problems::notFound));
    }

    private PublishedListing listing(UUID id) {
        return listings.find(id).filter(l -> !l.isWithdrawn()).orElseThrow(Problems::notFound);
    }

    private static Reports.Position position(String text) {
        int bar = text.indexOf('|');
        return new Reports.Position(Instant.parse(text.substring(0, bar)), UUID.fromString(text.substring(bar + 1)));
    }
}
