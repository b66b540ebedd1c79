package org.kith.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/echo")
public class EchoResource {
    record Inner(@NotNull @Nullable String firstName) {}

    record Body(
            @Size(max = 5) @Nullable String text,
            int count,
            @Nullable UUID id,
            @Valid @Nullable List<Inner> inners) {}

    private final Caller caller;

    EchoResource(Caller caller) {
        this.caller = caller;
    }

    @POST
    @PermitAll
    public Body echo(@Valid Body body) {
        return body;
    }

    @GET
    @PermitAll
    public String number(@QueryParam("per_page") @Max(100) int perPage) {
        return Integer.toString(perPage);
    }

    @GET
    @Path("caller")
    @RolesAllowed({Roles.PARTNER_CLINIC, Roles.PROVIDER, Roles.DIRECTORY_STEWARD})
    public Map<String, String> caller() {
        return Map.of(
                "tenant", caller.tenant(),
                "hsds", caller.hsdsOrganization().map(UUID::toString).orElse(""),
                "subject", caller.subject());
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody thought about me";
    }

    @GET
    @Path("broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("SELECT secret FROM client");
    }
}
