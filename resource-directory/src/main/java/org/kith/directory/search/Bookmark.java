package org.kith.directory.search;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.directory.search.index.Point;
import org.kith.directory.search.index.Position;

/**
 * What a cursor holds: so that a later page answers the question of the first one.
 *
 * @param asked when the first page was asked for; "now" stays then
 */
record Bookmark(Instant asked, @Nullable Point near, Position position) {
    private static final String NOWHERE = "-";

    @Override
    public String toString() {
        String point = near == null ? NOWHERE : near.latitude() + "," + near.longitude();
        return asked.getEpochSecond() + " " + point + " " + position;
    }

    static Optional<Bookmark> parse(String text) {
        String[] parts = text.split(" ", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return Position.parse(parts[2])
                .map(position ->
                        new Bookmark(Instant.ofEpochSecond(Long.parseLong(parts[0])), point(parts[1]), position));
    }

    private static @Nullable Point point(String text) {
        String[] degrees = text.split(",");
        return text.equals(NOWHERE) ? null : new Point(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
    }
}
