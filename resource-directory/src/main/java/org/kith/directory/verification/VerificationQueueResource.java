package org.kith.directory.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.kith.directory.platform.Editors;
import org.kith.web.Cursors;
import org.kith.web.FieldError;
import org.kith.web.PageSize;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Listings that somebody has to look at. */
@Path("/v1/verification-queue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Verification", description = "Keeping listings fresh.")
public class VerificationQueueResource {
    private static final int STANDARD = 100;
    private static final int LARGEST = 500;
    private static final String QUEUED = """
            {"items": [{"service_id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "name": "Grief circle",
                        "organization_id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "reason": "service-discontinued",
                        "causes": [{"cause": "service-discontinued", "since": "2026-11-22T10:00:00Z"},
                                   {"cause": "never-verified"}]}],
             "next": "MXwx.c2lnbmVk"}""";

    private final Queue queue;
    private final Editors editors;
    private final Cursors cursors;

    VerificationQueueResource(Queue queue, Editors editors, Cursors cursors) {
        this.queue = queue;
        this.editors = editors;
        this.cursors = cursors;
    }

    /**
     * One of the reasons to look.
     *
     * @param reports how many reports of it are open
     */
    public record CauseView(
            String cause,
            @Nullable Instant since,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long reports) {}

    /**
     * A listing to look at.
     *
     * @param reason the most urgent of its causes
     * @param verifiedOn absent where it never was
     */
    public record QueueEntry(
            UUID serviceId,
            String name,
            UUID organizationId,
            String reason,
            @Nullable LocalDate verifiedOn,
            List<CauseView> causes) {}

    /** @param next absent on the last page */
    public record Page(List<QueueEntry> items, @Nullable String next) {}

    @GET
    @Operation(
            summary = "What to look at",
            description = "Listings that somebody has to verify, each with the causes: reported unsafe first, then"
                    + " discontinued or closed, then nobody reached, then reported wrong, then those that nobody ever"
                    + " verified or not for too long. An editor sees those of the own organization.")
    @APIResponse(
            responseCode = "200",
            description = "A page of what is open; a Link header leads to the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "queue", value = QUEUED)))
    @APIResponse(responseCode = "400", ref = "malformed")
    @APIResponse(responseCode = "403", description = "Another organization's, or the token names none.")
    public Response queue(
            @Parameter(description = "Only with this cause.", example = "never-verified")
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                "reported-unsafe",
                                "service-discontinued",
                                "reported-closed",
                                "could-not-reach",
                                "reported-wrong",
                                "never-verified",
                                "verified-long-ago"
                            })
                    @QueryParam("cause")
                    @Nullable
                    String cause,
            @Parameter(description = "Only of this organization.") @QueryParam("organization_id") @Nullable
                    UUID organization,
            @Parameter(description = "At most so many, up to 500.", example = "100")
                    @Schema(type = SchemaType.INTEGER, defaultValue = "100")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "The next of an earlier answer.") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Queue.Filter filter = new Queue.Filter(visible(organization), cause(cause));
        String scope = "verification-queue " + filter;
        int size = PageSize.of(limit, STANDARD, LARGEST);
        List<Queue.Entry> found = queue.page(
                filter,
                cursor == null || cursor.isBlank() ? Queue.Position.START : position(cursors.decode(scope, cursor)),
                LocalDate.now(ZoneOffset.UTC),
                size);
        String next = found.size() < size
                ? null
                : cursors.encode(scope, text(found.getLast().position()));
        Response.ResponseBuilder page = Response.ok(
                new Page(found.stream().map(VerificationQueueResource::view).toList(), next));
        if (next != null) {
            page.link(
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build(), "next");
        }
        return page.build();
    }

    private @Nullable UUID visible(@Nullable UUID organization) {
        if (editors.isSteward()) {
            return organization;
        }
        UUID own = editors.own().orElseThrow(() -> Problems.forbidden("The token names no organization."));
        if (organization != null) {
            editors.requireMayChange(organization);
        }
        return own;
    }

    private static @Nullable Cause cause(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : Cause.of(code)
                        .orElseThrow(() -> Problems.malformed(
                                new FieldError("cause", "unknown-code", "There is no such cause.", Cause.codes())));
    }

    private static QueueEntry view(Queue.Entry entry) {
        return new QueueEntry(
                entry.service(),
                entry.name(),
                entry.organization(),
                entry.causes().isEmpty()
                        ? ""
                        : entry.causes().getFirst().cause().code(),
                entry.verifiedOn(),
                entry.causes().stream()
                        .map(w -> new CauseView(w.cause().code(), w.since(), w.reports()))
                        .toList());
    }

    private static String text(Queue.Position position) {
        return position.urgency() + "|" + position.staleFrom() + "|" + position.service();
    }

    private static Queue.Position position(String text) {
        List<String> parts = List.of(text.split("\\|", -1));
        return new Queue.Position(
                Integer.parseInt(parts.get(0)), LocalDate.parse(parts.get(1)), UUID.fromString(parts.get(2)));
    }
}
