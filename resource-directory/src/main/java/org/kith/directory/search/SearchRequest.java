package org.kith.directory.search;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is searched for. Every field narrows: filters combine as AND, the codes of one filter as OR. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(description = "What is searched for. Filters combine as AND, the codes of one filter as OR. All is optional.")
record SearchRequest(
        @Schema(description = SearchDocs.Q, examples = "grief group") @Nullable
        String q,

        @Schema(description = SearchDocs.NEAR, examples = "39.2904,-76.6122") @Nullable
        String near,

        @Schema(description = SearchDocs.POSTAL_CODE, examples = "21218") @Nullable
        String postalCode,

        @Schema(description = SearchDocs.PLACE, examples = "Baltimore, MD") @Nullable
        String place,

        @Schema(description = SearchDocs.RADIUS, examples = "10") @Nullable
        Double radiusKm,

        @Schema(description = SearchDocs.KIND) @Nullable List<String> kind,

        @Schema(description = SearchDocs.SUPPORT_TYPE) @Nullable
        List<String> supportType,

        @Schema(description = SearchDocs.NEED) @Nullable List<String> need,
        @Schema(description = SearchDocs.TOPIC) @Nullable List<String> topic,
        @Schema(description = SearchDocs.FORMAT) @Nullable List<String> format,
        @Schema(description = SearchDocs.FEATURE) @Nullable List<String> feature,
        @Schema(description = SearchDocs.AUDIENCE) @Nullable List<String> audience,
        @Schema(description = SearchDocs.LANGUAGE) @Nullable List<String> language,

        @Schema(description = SearchDocs.FAITH_TRADITION) @Nullable
        List<String> faithTradition,

        @Schema(description = SearchDocs.COST_MAX, examples = "low") @Nullable
        String costMax,

        @Schema(description = SearchDocs.AGE, examples = "34") @Nullable
        Double age,

        @Schema(description = SearchDocs.OPEN_NOW) @Nullable Boolean openNow,

        @Schema(description = SearchDocs.OPEN_AT, examples = "2026-11-24T18:30") @Nullable
        String openAt,

        @Schema(description = SearchDocs.INCLUDE_STALE) @Nullable
        Boolean includeStale,

        @Schema(description = SearchDocs.SORT, examples = "relevance") @Nullable
        String sort,

        @Schema(description = SearchDocs.LIMIT, examples = "20") @Nullable
        Integer limit,

        @Schema(description = SearchDocs.CURSOR) @Nullable String cursor,
        @Schema(description = SearchDocs.FACETS) @Nullable Boolean facets) {

    /** No filter at all. */
    static SearchRequest everything() {
        return new SearchRequest(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    /** What a cursor is bound to: everything but the page itself. */
    String scope() {
        return "/v1/search "
                + new SearchRequest(
                        q,
                        near,
                        postalCode,
                        place,
                        radiusKm,
                        kind,
                        supportType,
                        need,
                        topic,
                        format,
                        feature,
                        audience,
                        language,
                        faithTradition,
                        costMax,
                        age,
                        openNow,
                        openAt,
                        includeStale,
                        sort,
                        null,
                        null,
                        null);
    }
}
