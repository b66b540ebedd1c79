package org.kith.referral.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.web.Caller;
import org.kith.web.Cursors;

/** Pages through lists that are sorted by an instant and an id. */
@ApplicationScoped
public class Paging {
    private final Cursors cursors;
    private final Caller caller;

    Paging(Cursors cursors, Caller caller) {
        this.cursors = cursors;
        this.caller = caller;
    }

    /** The last row of the page before. */
    public record Position(Instant at, UUID id) {}

    /** @param list names the list and its filters: a cursor of another list is refused */
    public @Nullable Position after(String list, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursors.decode(scope(list), cursor).split(" ", 2);
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    /** @param rows one more than asked for, where there are more */
    public <R, V> Page<V> page(
            String list, List<R> rows, int limit, Function<R, Position> position, Function<R, V> view) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = null;
        if (more) {
            Position last = position.apply(shown.getLast());
            next = cursors.encode(scope(list), last.at() + " " + last.id());
        }
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    private String scope(String list) {
        return caller.organization().orElseGet(caller::subject) + ' ' + list;
    }
}
