package org.kith.directory.listing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a listing is stale: the one place that says so, for the search and for the verification queue.
 *
 * <p>What was never verified is stale from the beginning, so that it is queued. The search still finds it: nobody ever
 * said that it is right, nor when that ceased to be true, and a directory taken in today would be empty otherwise.
 */
@ApplicationScoped
public class Freshness {
    /** Before every date that anybody verified anything on, in Java as in PostgreSQL. */
    public static final LocalDate NEVER_VERIFIED = LocalDate.of(1900, 1, 1);

    private final FreshnessConfig config;

    Freshness(FreshnessConfig config) {
        this.config = config;
    }

    /** Whoever verified before this day no longer vouches. */
    public LocalDate staleBefore(LocalDate today) {
        return today.minusDays(config.staleAfter().toDays());
    }

    /** The first day on which nobody vouches for it any more. */
    LocalDate staleFrom(JsonNode service) {
        LocalDate assured = assuredOn(service);
        if (assured == null) {
            return NEVER_VERIFIED;
        }
        return assured.plusDays(
                (isCrisisLine(service) ? config.crisisLineStaleAfter() : config.staleAfter()).toDays() + 1);
    }

    static @Nullable LocalDate assuredOn(JsonNode service) {
        return service.hasNonNull("assured_date")
                ? LocalDate.parse(service.get("assured_date").asText())
                : null;
    }

    private static boolean isCrisisLine(JsonNode service) {
        for (JsonNode attribute : service.path("attributes")) {
            JsonNode term = attribute.path("taxonomy_term");
            if (term.path("taxonomy").asText().equals("kith:kind")
                    && term.path("code").asText().equals("crisis_line")) {
                return true;
            }
        }
        return false;
    }
}
