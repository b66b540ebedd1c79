package org.kith.directory.search.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param total of all pages
 * @param facets counts by list and code, where they were asked for
 * @param next where to go on, while there is more
 */
public record Page(
        long total,
        List<Hit> hits,
        Map<String, Map<String, Integer>> facets,
        @Nullable Position next) {}
