package org.kith.directory.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.directory.platform.Editors;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Listings that somebody has to look at. */
@Path("/v1/verification-queue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Verification", description = "Keeping listings fresh.")
public class VerificationQueueResource {
    private static final int QUEUE = 200;
    private static final String QUEUED = """
            {"items": [{"id": "5d0b7b5c-6f0f-4b52-9d0c-2a3f6b1f8a01",
                        "service_id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "reason": "service-discontinued",
                        "queued_at": "2026-11-22T10:00:00Z"}]}""";

    private final Verifications verifications;
    private final Editors editors;

    VerificationQueueResource(Verifications verifications, Editors editors) {
        this.verifications = verifications;
        this.editors = editors;
    }

    public record QueueEntry(UUID id, UUID serviceId, String reason, Instant queuedAt) {}

    public record Queue(List<QueueEntry> items) {}

    @GET
    @Operation(
            summary = "What to look at",
            description =
                    "Listings that somebody has to verify, the oldest first; an editor sees those of the own organization.")
    @APIResponse(
            responseCode = "200",
            description = "What is open.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Queue.class),
                            examples = @ExampleObject(name = "queue", value = QUEUED)))
    public Queue queue() {
        UUID organization = editors.isSteward()
                ? null
                : editors.own().orElseThrow(() -> Problems.forbidden("The token names no organization."));
        return new Queue(verifications.open(organization, QUEUE).stream()
                .map(q -> new QueueEntry(q.id(), q.serviceId(), q.reason(), q.queuedAt()))
                .toList());
    }
}
