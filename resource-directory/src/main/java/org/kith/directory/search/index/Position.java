package org.kith.directory.search.index;

import java.util.Optional;

/**
 * Where a page ended, to go on from.
 *
 * @param snapshot the state of the index that the first page saw; while it is kept, later pages see the same
 * @param relaxed whether not all words needed to be found
 * @param best the score of the first hit of all
 * @param sortValue of the last hit: its score, distance or day
 * @param tie of the last hit: what decides where hits tie
 */
public record Position(long snapshot, long total, boolean relaxed, float best, double sortValue, long tie) {
    @Override
    public String toString() {
        return String.join(
                " ",
                Long.toString(snapshot),
                Long.toString(total),
                relaxed ? "1" : "0",
                Float.toString(best),
                Double.toString(sortValue),
                Long.toString(tie));
    }

    public static Optional<Position> parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    parts[2].equals("1"),
                    Float.parseFloat(parts[3]),
                    Double.parseDouble(parts[4]),
                    Long.parseLong(parts[5])));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
