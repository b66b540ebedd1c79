package org.kith.directory.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.TaxonomyTerm;
import org.kith.directory.listing.InferredCodes;
import org.kith.directory.listing.ListingFilter;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.platform.Editors;
import org.kith.web.Cursors;
import org.kith.web.FieldError;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Inferred codes about which nobody has decided yet. */
@Path("/v1/tag-queue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DIRECTORY_STEWARD, Roles.DIRECTORY_EDITOR})
@Tag(name = "Tags", description = "Codes that rules inferred, and what people make of them.")
public class TagQueueResource {
    private static final int LARGEST = 100;
    /** Listings looked at for one page: an answer may be short, but it comes. */
    private static final int LOOK = 1_000;

    private static final String EXAMPLE = """
            {"items": [{"service_id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "name": "Grief circle", "change": 4711,
                        "tags": [{"taxonomy": "kith:need", "code": "grief", "rule": "need/grief/bereavement"}]}],
             "next": "NDcxMQ.c2lnbmVk"}""";

    private final PublishedListings published;
    private final Editors editors;
    private final Cursors cursors;

    TagQueueResource(PublishedListings published, Editors editors, Cursors cursors) {
        this.published = published;
        this.editors = editors;
        this.cursors = cursors;
    }

    public record Open(String taxonomy, String code, String rule) {}

    /** @param change the number in the ETag that a decision has to name */
    public record Entry(UUID serviceId, String name, long change, List<Open> tags) {}

    /** @param next absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Queue(List<Entry> items, @Nullable String next) {}

    private record Filter(
            @Nullable String taxonomy,
            @Nullable String code,
            @Nullable String rule) {
        boolean takes(Open tag) {
            return (taxonomy == null || taxonomy.equals(tag.taxonomy()))
                    && (code == null || code.equals(tag.code()))
                    && (rule == null || rule.equals(tag.rule()));
        }
    }

    @GET
    @Operation(
            summary = "Inferred codes to look at",
            description =
                    "Services with codes that nobody has confirmed or rejected; an editor sees those of the own organization. A page may be short or even empty while next is there.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Queue.class),
                            examples = @ExampleObject(name = "queue", value = EXAMPLE)))
    @APIResponse(responseCode = "400", ref = "malformed")
    @APIResponse(responseCode = "422", ref = "invalid")
    public Queue queue(
            @Parameter(description = "Only codes of this taxonomy.", example = "kith:need")
                    @QueryParam("taxonomy")
                    @Nullable
                    String taxonomy,
            @Parameter(description = "Only this code; needs the taxonomy.", example = "grief")
                    @QueryParam("code")
                    @Nullable
                    String code,
            @Parameter(description = "Only what this rule inferred.", example = "need/grief/bereavement")
                    @QueryParam("rule")
                    @Nullable
                    String rule,
            @Parameter(description = "At most so many services, up to 100.", example = "50")
                    @Schema(type = SchemaType.INTEGER, defaultValue = "50")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "The next of an earlier answer.") @QueryParam("cursor") @Nullable String cursor) {
        UUID organization = editors.isSteward()
                ? null
                : editors.own().orElseThrow(() -> Problems.forbidden("The token names no organization."));
        Filter filter = filter(taxonomy, code, rule);
        String scope = "tag-queue:" + organization + ":" + filter;
        UUID last = cursor == null || cursor.isBlank() ? null : UUID.fromString(cursors.decode(scope, cursor));
        return page(listings(filter, organization), filter, last, size(limit), scope);
    }

    private Queue page(ListingFilter listings, Filter filter, @Nullable UUID from, int limit, String scope) {
        List<Entry> entries = new ArrayList<>();
        @Nullable UUID last = from;
        int looked = 0;
        while (looked < LOOK && entries.size() < limit) {
            List<PublishedListing> found = published.following(listings, last, limit, true);
            for (PublishedListing listing : found) {
                if (entries.size() == limit) {
                    break;
                }
                looked++;
                last = listing.serviceId();
                add(entries, listing, filter);
            }
            if (found.size() < limit && entries.size() < limit) {
                return new Queue(entries, null);
            }
        }
        return new Queue(entries, last == null ? null : cursors.encode(scope, last.toString()));
    }

    private static void add(List<Entry> entries, PublishedListing listing, Filter filter) {
        byte[] document = listing.document();
        if (document == null) {
            return;
        }
        Listing service = Tags.read(document);
        List<Open> open = service.attributes().stream()
                .filter(InferredCodes::isInferred)
                .map(TagQueueResource::open)
                .filter(filter::takes)
                .toList();
        if (!open.isEmpty()) {
            entries.add(new Entry(listing.serviceId(), String.valueOf(service.name()), listing.change(), open));
        }
    }

    private static Open open(Attribute attribute) {
        TaxonomyTerm term = attribute.taxonomyTerm();
        return new Open(
                term == null ? "" : String.valueOf(term.taxonomy()),
                term == null ? "" : String.valueOf(term.code()),
                String.valueOf(attribute.label()));
    }

    private static Filter filter(@Nullable String taxonomy, @Nullable String code, @Nullable String rule) {
        if (code != null && taxonomy == null) {
            throw Problems.malformed(new FieldError("taxonomy", "required", "A code is one of a taxonomy."));
        }
        String named = taxonomy == null ? null : Vocabulary.standard().taxonomy(Code.list(taxonomy));
        return new Filter(
                named,
                code == null || named == null ? null : Code.of(named, code).code(),
                rule);
    }

    /** What the database can tell without reading documents. */
    private static ListingFilter listings(Filter filter, @Nullable UUID organization) {
        Vocabulary vocabulary = Vocabulary.standard();
        String taxonomy = filter.taxonomy();
        String code = filter.code();
        return new ListingFilter(
                null,
                taxonomy == null || code == null ? null : vocabulary.termId(Code.list(taxonomy), code),
                taxonomy == null ? null : vocabulary.taxonomyId(Code.list(taxonomy)),
                organization,
                null);
    }

    private static int size(@Nullable String limit) {
        if (limit == null) {
            return 50;
        }
        if (!limit.matches("\\d{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > LARGEST) {
            throw Problems.malformed(
                    new FieldError("limit", "out-of-range", "Expected a whole number from 1 to " + LARGEST + "."));
        }
        return Integer.parseInt(limit);
    }
}
