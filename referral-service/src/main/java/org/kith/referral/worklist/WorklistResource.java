package org.kith.referral.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Recorded;
import org.kith.referral.platform.Tenancy;
import org.kith.web.Roles;

@Path("/v1/worklist")
@RolesAllowed({Roles.COORDINATOR, Roles.PARTNER_CLINIC})
@Recorded
@Tag(name = "Worklist", description = "Whose turn it is, and by when.")
public class WorklistResource {
    private final Work work;
    private final Paging paging;
    private final Tenancy tenancy;

    WorklistResource(Work work, Paging paging, Tenancy tenancy) {
        this.work = work;
        this.paging = paging;
        this.tenancy = tenancy;
    }

    @GET
    @Operation(
            summary = "What is to be done",
            description = "Kinds: to-offer (nobody has it), waiting (with an organization, in time), overdue (with an"
                    + " organization, late), came-back (declined, expired, failed, or ended without the need met),"
                    + " check-in (due within a week). The longest due comes first.")
    public Page<Work.Item> list(
            @QueryParam("kind")
                    @Nullable
                    @Pattern(
                            regexp = "to-offer|waiting|overdue|came-back|check-in",
                            message = "must be to-offer, waiting, overdue, came-back or check-in")
                    String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        String list = "worklist " + kind;
        return paging.page(
                list,
                work.page(tenancy.tenant(), kind, paging.after(list, cursor), limit + 1),
                limit,
                item -> new Paging.Position(item.dueAt(), item.id()),
                item -> item);
    }
}
