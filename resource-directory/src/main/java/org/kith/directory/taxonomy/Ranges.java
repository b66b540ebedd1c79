package org.kith.directory.taxonomy;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts of long results. */
final class Ranges {
    /** Before every id. */
    static final UUID FIRST = new UUID(0, 0);

    private Ranges() {}

    static <T> List<T> of(PanacheQuery<T> query, long offset, int limit) {
        return offset > Integer.MAX_VALUE - limit
                ? List.of()
                : query.range((int) offset, (int) offset + limit - 1).list();
    }

    /** A pattern for {@code like … escape '!'}. */
    static String containing(@Nullable String search) {
        return search == null ? "%" : "%" + search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
