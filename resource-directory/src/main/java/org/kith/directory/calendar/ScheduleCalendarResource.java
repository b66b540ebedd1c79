package org.kith.directory.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.directory.hours.ScheduleCalendar;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.web.Problems;

/** When a service is open, for the calendars on people's telephones. */
@Path("/v1/services/{id}/schedule.ics")
@PermitAll
@Tag(name = "Hours", description = "Openings, holidays and exceptions.")
public class ScheduleCalendarResource {
    private static final String TYPE = "text/calendar";
    private static final String EXAMPLE = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n";

    private final PublishedListings listings;
    private final ZoneId zone;

    ScheduleCalendarResource(PublishedListings listings, @ConfigProperty(name = "kith.search.time-zone") ZoneId zone) {
        this.listings = listings;
        this.zone = zone;
    }

    @GET
    @Produces(TYPE)
    @Operation(
            summary = "Subscribe to a service's hours",
            description = "A calendar (RFC 5545) with one event for each opening, its recurrence and its exceptions."
                    + " The address is in it unless the place is confidential.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar.",
            content =
                    @Content(
                            mediaType = TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names.")
    @APIResponse(responseCode = "404", ref = "nothing")
    public Response calendar(
            @Parameter(description = "The id of the service.") @PathParam("id") UUID id, @Context Request request) {
        PublishedListing published = listings.find(id).orElseThrow(Problems::notFound);
        byte[] document = published.document();
        if (document == null) {
            throw Problems.notFound();
        }
        byte[] calendar =
                ScheduleCalendar.of(HsdsJson.read(document, Listing.class), id, published.lastModified(), zone);
        EntityTag tag = new EntityTag(hash(calendar));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null
                        ? Response.ok(calendar, TYPE + ";charset=utf-8")
                                .header("Content-Disposition", "inline; filename=\"schedule.ics\"")
                        : unchanged)
                .tag(tag)
                .build();
    }

    private static String hash(byte[] calendar) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(calendar);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
