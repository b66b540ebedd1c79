package org.kith.referral.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Recorded;
import org.kith.web.Cursors;
import org.kith.web.Roles;

@Path("/v1/audit")
@RolesAllowed(Roles.AUDITOR)
@Recorded
@Tag(name = "Audit", description = "Who read, changed and was denied what; nobody can change it unseen.")
public class AuditResource {
    private final AuditLog log;
    private final Cursors cursors;

    AuditResource(AuditLog log, Cursors cursors) {
        this.log = log;
        this.cursors = cursors;
    }

    record Verification(boolean intact, long entries, List<AuditLog.Broken> broken) {}

    @GET
    @Operation(
            summary = "Read the log",
            description = "Newest first; by organization, by who acted, or by the object's path.")
    public Page<AuditLog.Entry> list(
            @QueryParam("organization") @Nullable String organization,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("object") @Nullable String object,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        String list = "audit " + organization + ' ' + actor + ' ' + object;
        AuditLog.Filter filter = new AuditLog.Filter(organization, actor, object);
        AuditLog.Position after = cursor == null ? null : AuditLog.Position.parse(cursors.decode(list, cursor));
        List<AuditLog.Entry> rows = log.page(filter, after, limit + 1);
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<AuditLog.Entry> shown = rows.subList(0, limit);
        AuditLog.Entry last = shown.getLast();
        String next = cursors.encode(list, new AuditLog.Position(last.at(), last.chain(), last.position()).toString());
        return new Page<>(shown, next);
    }

    @GET
    @Path("/verification")
    @Operation(
            summary = "Verify the log",
            description = "Computes the chains anew and names each row that was changed, lost or put in.")
    public Verification verify() {
        List<AuditLog.Broken> broken = log.broken();
        return new Verification(broken.isEmpty(), log.count(), broken);
    }
}
