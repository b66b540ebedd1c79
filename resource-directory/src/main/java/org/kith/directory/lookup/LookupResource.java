package org.kith.directory.lookup;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/** Finds our id by somebody else's. */
@Path("/v1/lookup")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Lookup", description = "Ids under which others know our rows.")
public class LookupResource {
    private static final String EXAMPLE = """
            {"source": "baltimore", "entity": "service", "foreign_id": "143903",
             "id": "0b7b5c5e-6f0f-5b52-9d0c-2a3f6b1f8a01"}""";

    private final ForeignIds foreignIds;

    LookupResource(ForeignIds foreignIds) {
        this.foreignIds = foreignIds;
    }

    @GET
    @Operation(summary = "Look an id up", description = "Our id of what an origin knows under an id of its own.")
    @APIResponse(
            responseCode = "200",
            description = "The id.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForeignId.class),
                            examples = @ExampleObject(name = "found", value = EXAMPLE)))
    @APIResponse(responseCode = "400", ref = "malformed")
    @APIResponse(responseCode = "404", ref = "nothing")
    public ForeignId find(
            @Parameter(description = "The short name of the origin.", example = "baltimore")
                    @QueryParam("source")
                    @Nullable
                    String source,
            @Parameter(description = "The HSDS name of the entity.", example = "service")
                    @QueryParam("entity")
                    @Nullable
                    String entity,
            @Parameter(description = "The id there.", example = "143903") @QueryParam("id") @Nullable String id) {
        String knownSource = required("source", source);
        String knownEntity = required("entity", entity);
        String foreignId = required("id", id);
        UUID ours = foreignIds.find(knownSource, knownEntity, foreignId).orElseThrow(Problems::notFound);
        return new ForeignId(knownSource, knownEntity, foreignId, ours);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problems.malformed(new FieldError(name, "required", "This parameter is needed."));
        }
        return value;
    }
}
