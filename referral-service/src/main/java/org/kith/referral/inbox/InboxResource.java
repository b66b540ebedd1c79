package org.kith.referral.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.attempt.Attempt;
import org.kith.referral.attempt.Attempts;
import org.kith.referral.capacity.Capacities;
import org.kith.referral.lifecycle.AttemptState;
import org.kith.referral.listing.Listings;
import org.kith.referral.platform.Page;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Recorded;
import org.kith.referral.platform.Tenancy;
import org.kith.referral.referral.Referrals;
import org.kith.web.EntityTags;
import org.kith.web.Problems;
import org.kith.web.Roles;

@Path("/v1/inbox")
@RolesAllowed(Roles.PROVIDER)
@Recorded
@Tag(name = "Inbox", description = "What was offered to one's organization.")
public class InboxResource {
    private final Offers offers;
    private final Sight sight;
    private final Attempts attempts;
    private final Referrals referrals;
    private final Listings listings;
    private final Capacities capacities;
    private final Paging paging;
    private final Tenancy tenancy;
    private final Clock clock;

    InboxResource(
            Offers offers,
            Sight sight,
            Attempts attempts,
            Referrals referrals,
            Listings listings,
            Capacities capacities,
            Paging paging,
            Tenancy tenancy,
            Clock clock) {
        this.offers = offers;
        this.sight = sight;
        this.attempts = attempts;
        this.referrals = referrals;
        this.listings = listings;
        this.capacities = capacities;
        this.paging = paging;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    record Capacity(
            @NotNull @Pattern(regexp = "open|waitlist|full", message = "must be open, waitlist or full")
            String capacity,

            @Nullable @Min(0) @Max(3650) Integer estimatedDays) {}

    @GET
    @Operation(
            summary = "List the offers",
            description = "What is due first comes first; the open ones, unless states are asked for. Who the client is"
                    + " shows only once the organization has accepted.")
    public Page<OfferView> list(
            @QueryParam("state") @Nullable List<AttemptState> states,
            @QueryParam("service_id") @Nullable UUID serviceId,
            @QueryParam("need") @Nullable String need,
            @QueryParam("urgency") @Nullable String urgency,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        Set<AttemptState> wanted = states == null || states.isEmpty() ? Offers.OPEN : new TreeSet<>(states);
        Offers.Filter filter = new Offers.Filter(wanted, serviceId, need, urgency);
        String list = "inbox " + new TreeSet<>(wanted) + serviceId + need + urgency;
        return paging.page(
                list,
                offers.page(tenancy.organization(), filter, paging.after(list, cursor), limit + 1),
                limit,
                row -> new Paging.Position(
                        dueOrOffered(row.attempt()), row.attempt().id()),
                row -> sight.of(row.attempt(), row.referral()));
    }

    @GET
    @Path("/counts")
    @Operation(summary = "Count the offers", description = "By state.")
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        offers.counts(tenancy.organization()).forEach((state, count) -> counts.put(state.name(), count));
        return counts;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an offer", description = "By the id of its attempt.")
    public RestResponse<OfferView> read(UUID id) {
        Attempt attempt = attempts.requireReceived(id);
        return RestResponse.ResponseBuilder.ok(sight.of(
                        attempt,
                        referrals.findByIdOptional(attempt.referralId()).orElseThrow(Problems::notFound)))
                .tag(EntityTags.of(attempt.version()))
                .build();
    }

    @PUT
    @Path("/services/{service_id}/capacity")
    @Operation(
            summary = "Say whether there is room",
            description = "The directory and matching hear of it by an event. The newest statement counts, whatever was"
                    + " said before: no If-Match.")
    public RestResponse<Capacities.Statement> capacity(
            @org.jboss.resteasy.reactive.RestPath("service_id") UUID serviceId, @NotNull @Valid Capacity said) {
        if (said.estimatedDays() != null && !said.capacity().equals("waitlist")) {
            throw Problems.invalid("/estimated_days", "unexpected", "may be said of a waiting list only");
        }
        UUID organization = tenancy.organization();
        boolean own = listings.known(serviceId)
                .filter(listing -> listing.organizationId().equals(organization))
                .isPresent();
        if (!own) {
            throw Problems.notFound();
        }
        Capacities.Statement statement = new Capacities.Statement(
                serviceId, organization, said.capacity(), said.estimatedDays(), clock.instant());
        capacities.state(statement);
        return RestResponse.ok(statement);
    }

    private static java.time.Instant dueOrOffered(Attempt attempt) {
        java.time.Instant due = attempt.dueAt();
        return due == null ? attempt.offeredAt() : due;
    }
}
