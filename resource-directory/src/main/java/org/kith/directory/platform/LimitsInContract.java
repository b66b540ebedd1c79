package org.kith.directory.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Any operation may answer that somebody asks too much: said once here, so that none forgets it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class LimitsInContract implements OASFilter {
    private static final String NAME = "too_many";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents().addResponse(NAME, tooMany());
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> !operation.getResponses().hasAPIResponse("429"))
                .forEach(operation -> operation
                        .getResponses()
                        .addAPIResponse("429", OASFactory.createAPIResponse().ref(NAME)));
    }

    private static APIResponse tooMany() {
        return OASFactory.createAPIResponse()
                .description("Too many requests of this client; Retry-After says when there is room again.")
                // In one order, which Map.of alone does not have: the contract is compared.
                .headers(new TreeMap<>(Map.of(
                        "Retry-After", header("Seconds to wait.", Schema.SchemaType.INTEGER),
                        "RateLimit",
                                header(
                                        "What is left (r), and the seconds until all of it is there again (t).",
                                        Schema.SchemaType.STRING),
                        "RateLimit-Policy", header("How much (q) in how many seconds (w).", Schema.SchemaType.STRING))))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT))));
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
