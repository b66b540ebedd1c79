package org.kith.directory.imports.reading;

import java.util.List;

/**
 * One record of a CSV file as it stands.
 *
 * @param number 1 for the first record below the header
 * @param cells as many as the header has; a cell that the row lacks is empty
 * @param extra cells beyond the header that hold something
 */
public record CsvRow(long number, List<String> cells, List<String> extra) {

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank) && extra.isEmpty();
    }
}
