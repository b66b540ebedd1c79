package org.kith.hsdscheck;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One list of the standard and the reading of its members.
 *
 * @param name e.g. {@code services}
 * @param isRequired by the standard; another may be missing
 * @param parameters of the list
 * @param memberParameters of reading one
 * @param hasPost whether the standard knows the list by POST too
 * @param item reference of the schema of list items
 * @param whole reference of the schema of nested documents, or null where the standard reads no single one
 */
record Endpoint(
        String name,
        boolean isRequired,
        Set<String> parameters,
        Set<String> memberParameters,
        boolean hasPost,
        String item,
        @Nullable String whole) {
    String path() {
        return "/" + name;
    }

    boolean takes(String parameter) {
        return parameters.contains(parameter);
    }
}
