package org.kith.directory.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.directory.tagging.RuleBook;
import org.kith.web.Roles;

/** By which rules listings are read, and how far reading them again has come. */
@Path("/v1/tagging")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DIRECTORY_STEWARD)
@Tag(name = "Tags", description = "Codes that rules inferred, and what people make of them.")
public class TaggingResource {
    private static final String EXAMPLE = """
            {"rules_version": "1", "rules_hash": "9f86d081…", "state": "running", "done": 12000, "changed": 310}""";

    private final Retagging retagging;

    TaggingResource(Retagging retagging) {
        this.retagging = retagging;
    }

    /**
     * @param state waiting, running or done
     * @param done listings that were read by these rules since they changed
     * @param changed those of them whose codes became others
     */
    public record Progress(String rulesVersion, String rulesHash, String state, long done, long changed) {}

    @GET
    @Operation(
            summary = "How far reading listings again has come",
            description = "When a release brings new rules, all listings are read again in the background.")
    @APIResponse(
            responseCode = "200",
            description = "The progress.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Progress.class),
                            examples = @ExampleObject(name = "progress", value = EXAMPLE)))
    public Progress progress() {
        RuleBook book = RuleBook.standard();
        Retagging.State state = retagging.state();
        boolean these = state.rules().equals(book.hash());
        return new Progress(
                book.version(),
                book.hash(),
                !these ? "waiting" : state.finished() ? "done" : "running",
                these ? state.done() : 0,
                these ? state.changed() : 0);
    }
}
