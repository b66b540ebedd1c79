package org.kith.contracts.places;

/**
 * A place of the table.
 *
 * @param country ISO 3166-1 alpha-2; empty for the few whose country the table does not say
 * @param region the state's two letters in the United States, else empty
 * @param weight how many may mean it, to compare places of one name by
 */
public record KnownPlace(String country, String region, String name, double latitude, double longitude, int weight) {

    /** As somebody would write it to mean this one alone: {@code Springfield, IL}; {@code Paris, FR}. */
    public String label() {
        String where = region.isEmpty() ? country : region;
        return where.isEmpty() ? name : name + ", " + where;
    }

    static KnownPlace parse(String line) {
        String[] cells = line.split(",");
        return new KnownPlace(
                cells[0],
                cells[1],
                cells[2],
                Integer.parseInt(cells[4]) / 1000.0,
                Integer.parseInt(cells[5]) / 1000.0,
                Integer.parseInt(cells[6]));
    }
}
