package org.kith.referral.checkin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Recorded;
import org.kith.web.EntityTags;
import org.kith.web.Problems;
import org.kith.web.Roles;

@Path("/v1/check-ins")
@RolesAllowed({Roles.PARTNER_CLINIC, Roles.COORDINATOR})
@Recorded
@Tag(name = "Check-ins", description = "Asking afterwards whether it helped, and whether it felt safe.")
public class CheckInResource {
    private final CheckIns checkIns;
    private final Paging paging;
    private final Event<CheckInRecorded> recorded;
    private final Clock clock;

    CheckInResource(CheckIns checkIns, Paging paging, Event<CheckInRecorded> recorded, Clock clock) {
        this.checkIns = checkIns;
        this.paging = paging;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** @param hints what the answers call for: crisis, new-referral, report-unsafe; nothing happens by itself */
    record CheckInView(
            UUID id,
            UUID referralId,
            UUID clientId,
            Instant dueAt,
            @Nullable Instant recordedAt,
            Answers answers,
            List<String> hints,
            long version) {

        static CheckInView of(CheckIn checkIn) {
            return new CheckInView(
                    checkIn.id(),
                    checkIn.referralId(),
                    checkIn.clientId(),
                    checkIn.dueAt(),
                    checkIn.recordedAt(),
                    checkIn.answers(),
                    hints(checkIn.answers()),
                    checkIn.version());
        }

        private static List<String> hints(Answers said) {
            List<String> hints = new ArrayList<>();
            if ("urgent".equals(said.urgency()) || "crisis".equals(said.urgency())) {
                hints.add("crisis");
            }
            if ("no".equals(said.helped()) || "partly".equals(said.helped())) {
                hints.add("new-referral");
            }
            if (Boolean.FALSE.equals(said.feltSafe())) {
                hints.add("report-unsafe");
            }
            return hints;
        }
    }

    @GET
    @Operation(
            summary = "Check-ins",
            description = "Those of a referral, or those not yet recorded and due within so many days.")
    public Page<CheckInView> list(
            @QueryParam("referral_id") @Nullable UUID referralId,
            @QueryParam("due_within_days") @DefaultValue("7") @Min(0) @Max(365) int dueWithinDays,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        if (referralId != null) {
            return new Page<>(
                    checkIns.of(referralId).stream().map(CheckInView::of).toList(), null);
        }
        String list = "check-ins " + dueWithinDays;
        Instant then = clock.instant().plus(Duration.ofDays(dueWithinDays));
        return paging.page(
                list,
                checkIns.dueBefore(then, paging.after(list, cursor), limit + 1),
                limit,
                checkIn -> new Paging.Position(checkIn.dueAt(), checkIn.id()),
                CheckInView::of);
    }

    @POST
    @Path("/{id}/record")
    @Operation(
            summary = "Record a check-in",
            description = "What the client said. The answer names what it calls for; nothing advances by itself and a"
                    + " finished referral stays finished.")
    public RestResponse<CheckInView> record(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Answers answers) {
        CheckIn checkIn = checkIns.requireLocked(id);
        EntityTags.honour(ifMatch, checkIn.version());
        if (!checkIn.record(answers, clock.instant())) {
            throw Problems.conflict("already-recorded", "This check-in was recorded before.");
        }
        checkIns.flush();
        recorded.fire(new CheckInRecorded(id, checkIn.referralId()));
        return RestResponse.ResponseBuilder.ok(CheckInView.of(checkIn))
                .tag(EntityTags.of(checkIn.version()))
                .build();
    }
}
