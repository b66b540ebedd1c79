package org.kith.directory.hsds;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an absent list an empty one, so that nobody has to ask. */
final class Values {
    private Values() {}

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
