package org.kith.matching.match;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says about a client, and nothing that would name one. It is never stored, logged or sent on.
 *
 * <p>There is no free text: free text carries personal data. Everything but {@code needs} may be left out.
 */
@Schema(description = "Needs, wishes and present network of one client. Only needs is required; there is no free text.")
public record MatchRequest(
        @Schema(description = "How many results", minimum = "1", maximum = "50", defaultValue = "10") @Nullable
        Integer k,

        @Schema(description = "The moment to answer for; the present by default") @Nullable
        Instant now,

        @Schema(
                description = "Whom the support is for",
                enumeration = {"self", "family_member"})
        @Nullable
        String subject,

        @Nullable About about,

        @Schema(minimum = "0", maximum = "120") @Nullable Integer age,

        @Schema(description = "child, teen, young_adult, adult, older_adult, or years such as 13-17 or 65+") @Nullable
        String ageBand,

        @Nullable Place location,

        @Schema(minimum = "0", maximum = "1000") @Nullable Double maxDistanceKm,

        @Nullable List<Language> languages,

        @Schema(required = true) @Nullable List<NeedAsked> needs,

        @Schema(description = "Support type to how much it is wanted, 0 to 3") @Nullable
        Map<String, Integer> supportWanted,

        @Schema(description = "Only what the client chose to say, and only where consented is true") @Nullable
        List<Identity> identity,

        @Schema(description = "Never show these, such as faith_based, kind:club, requires:photo_id, org:<id>") @Nullable
        List<String> avoid,

        @Schema(description = "Show these lower; the same forms as avoid") @Nullable
        List<String> preferNot,

        @Nullable List<String> barriers,

        @Schema(description = "Topics such as chess") @Nullable
        List<String> interests,

        @Schema(description = "Best first; every format where empty") @Nullable
        List<String> formatsOk,

        @Nullable List<String> groupSizeOk,

        @Nullable List<String> times,

        @Nullable List<String> accessibility,

        @Nullable Boolean traumaInformedRequired,

        @Nullable Cost cost,

        @Schema(
                enumeration = {"gentle", "standard"},
                defaultValue = "standard")
        @Nullable
        String pace,

        @Nullable Safety safety,

        @Schema(description = "The client's ties; empty means nobody, absent means not told") @Nullable
        List<Tie> network,

        @Nullable List<Tried> tried) {

    /** Whom a request on behalf of a relative is about. */
    public record About(
            @Schema(description = "A tie role, such as child or parent") @Nullable
            String relation,

            @Nullable String ageBand) {}

    /** Where the client is; coordinates are rounded to two decimals on entry. */
    public record Place(
            @Schema(description = "ISO 3166-1 alpha-2, such as US") @Nullable
            String country,

            @Schema(description = "State, province or region, such as MD") @Nullable
            String region,

            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable String postalCode) {}

    public record Language(
            @Schema(description = "BCP 47, such as es", required = true) @Nullable
            String tag,

            @Nullable Boolean required,
            @Nullable Boolean interpreterOk) {}

    public record NeedAsked(
            @Schema(required = true) @Nullable String code,

            @Schema(minimum = "1", maximum = "3", defaultValue = "2") @Nullable
            Integer priority,

            @Schema(
                    enumeration = {"routine", "soon", "urgent", "crisis"},
                    defaultValue = "routine")
            @Nullable
            String urgency) {}

    public record Identity(
            @Schema(required = true) @Nullable String axis,
            @Schema(required = true) @Nullable String code,

            @Schema(
                    enumeration = {"prefer", "require", "context_only"},
                    defaultValue = "prefer")
            @Nullable
            String use,

            @Schema(minimum = "1", maximum = "3", defaultValue = "2") @Nullable
            Integer importance,

            @Schema(description = "The factor is used only where this is true") @Nullable
            Boolean consented) {}

    public record Cost(
            @Schema(description = "The dearest that is possible: free, donation, low, sliding, insurance or fee")
            @Nullable
            String max,

            @Nullable List<String> insurance) {}

    public record Safety(
            @Nullable Boolean sharedDevice,
            @Nullable Boolean doNotContact,
            @Nullable Boolean noVoicemail) {}

    /** One tie of the client's network; it names no person. */
    public record Tie(
            @Schema(required = true) @Nullable String role,
            @Nullable List<String> supportTypes,
            @Nullable String quality,

            @Schema(enumeration = {"in_person", "phone", "online"}) @Nullable
            String channel,

            @Schema(enumeration = {"daily", "weekly", "monthly", "rarer"}) @Nullable
            String frequency,

            @Schema(enumeration = {"balanced", "gives_only", "receives_only"}) @Nullable
            String reciprocity) {}

    public record Tried(
            @Schema(required = true) @Nullable String resourceId,

            @Schema(
                    required = true,
                    enumeration = {"helped", "not_fit", "unsafe", "could_not_reach", "full"})
            @Nullable
            String outcome) {}
}
