package org.kith.directory.hsdsapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What this API is and who publishes it. */
@Path("/hsds/v3")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "HSDS", description = "The read API of HSDS 3.2.")
public class RootResource {
    private static final String VERSION = "3.2.3";
    private static final String PROFILE = "https://docs.openreferral.org/en/v3.2.3/hsds/";

    private final Publisher publisher;
    private final Optional<String> dataGuide;

    RootResource(
            @ConfigProperty(name = "kith.publisher.name") String name,
            @ConfigProperty(name = "kith.publisher.identifier") Optional<String> identifier,
            @ConfigProperty(name = "kith.publisher.email") Optional<String> email,
            @ConfigProperty(name = "kith.publisher.website") Optional<String> website,
            @ConfigProperty(name = "kith.publisher.data-guide") Optional<String> dataGuide) {
        this.publisher = new Publisher(name, identifier.orElse(null), email.orElse(null), website.orElse(null));
        this.dataGuide = dataGuide;
    }

    /** As HSDS 3.2 describes it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record About(
            String version,
            String profile,
            String openapiUrl,
            String description,
            @Nullable String dataGuide,
            Publisher publisher) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Publisher(
            String name,
            @Nullable String identifier,
            @Nullable String email,
            @Nullable String website) {}

    @GET
    @Operation(
            summary = "About this API",
            description = "The version of HSDS, the profile, and who publishes the data.")
    @APIResponse(responseCode = "200", description = "What this API is.")
    public About about(@Context UriInfo uri) {
        return new About(
                VERSION,
                PROFILE,
                uri.getBaseUriBuilder().path("q/openapi").build().toString(),
                "Community services, support groups, helplines and practical help.",
                dataGuide.orElse(null),
                publisher);
    }
}
