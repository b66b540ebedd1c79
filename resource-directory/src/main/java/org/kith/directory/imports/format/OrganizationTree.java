package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one upload says about one organization.
 *
 * @param key the organization's own id in the source; taxonomies and rows that belong nowhere have keys that start
 *     with "~"
 * @param document the organization with its locations and services nested; a service refers to its locations by
 *     {@code location_id}. Null when nothing can be stored
 * @param rows all source rows that went into it, refused ones included
 */
public record OrganizationTree(String key, @Nullable ObjectNode document, List<Row> rows) {
    public static final String TAXONOMIES = "~taxonomies";
    public static final String LEFTOVERS = "~leftovers";
}
