package org.kith.directory.search;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.search.index.Hit;
import org.kith.directory.search.index.Page;
import org.kith.directory.search.index.Place;
import org.kith.directory.search.index.Reason;

/** A page of what was found. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(description = "A page of what was found.")
record SearchAnswer(
        @Schema(description = "How many there are on all pages.", examples = "143")
        long total,

        @Schema(description = "The best, nearest or freshest first.")
        List<Item> items,

        @Schema(description = "Counts by list and code, where asked for.") @Nullable
        Map<String, Map<String, Integer>> facets,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "SearchItem", description = "A listing that was found.")
    record Item(
            @Schema(type = SchemaType.OBJECT, description = "List item of HSDS, with its organization.") @JsonRawValue
            String service,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "Its nearest location, with addresses; absent where it is confidential.")
            @JsonRawValue
            @Nullable
            String location,

            @Schema(description = "From the place that was given.", examples = "3.2") @Nullable
            Double distanceKm,

            @Schema(description = "Of the best hit 1; 1 too where no words were given.", examples = "0.81")
            double score,

            @Schema(description = "Where each thing that was asked for was found.")
            List<Reason> why,

            @Schema(description = "The earliest moment from now (or open_at) on when it is open, by its schedule.")
            @Nullable
            OffsetDateTime nextOpen) {

        static Item of(Hit hit) {
            Place place = hit.place();
            return new Item(
                    new String(hit.service(), StandardCharsets.UTF_8),
                    place == null ? null : new String(place.json(), StandardCharsets.UTF_8),
                    hit.distanceKm(),
                    hit.score(),
                    hit.why(),
                    hit.nextOpen());
        }
    }

    static SearchAnswer of(Page page, boolean withFacets, @Nullable String next) {
        return new SearchAnswer(
                page.total(), page.hits().stream().map(Item::of).toList(), withFacets ? page.facets() : null, next);
    }
}
