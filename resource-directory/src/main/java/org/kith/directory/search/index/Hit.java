package org.kith.directory.search.index;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing that was found.
 *
 * @param service list item of HSDS, as JSON
 * @param place the nearest that may be shown, or the first where nothing was asked near
 * @param score of the best hit 1
 */
public record Hit(
        String id,
        byte[] service,
        @Nullable Place place,
        @Nullable Double distanceKm,
        double score,
        List<Reason> why,
        @Nullable OffsetDateTime nextOpen,
        @Nullable String phone) {}
