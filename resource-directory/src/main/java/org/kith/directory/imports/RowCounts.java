package org.kith.directory.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many rows, and what became of them: {@code in = stored + unchanged + refused}, always.
 *
 * @param repaired of those stored, the ones that were not taken as they came
 */
@Schema(
        description =
                "Rows and what became of them: in = stored + unchanged + refused, always. Repaired counts within stored.")
public record RowCounts(long in, long stored, long unchanged, long repaired, long refused) {
    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    RowCounts plus(RowCounts more) {
        return new RowCounts(
                in + more.in,
                stored + more.stored,
                unchanged + more.unchanged,
                repaired + more.repaired,
                refused + more.refused);
    }
}
