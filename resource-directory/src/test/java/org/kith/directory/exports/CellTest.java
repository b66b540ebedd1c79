package org.kith.directory.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "@SUM(A1), '@SUM(A1)",
                "-2+3+cmd, '-2+3+cmd",
                "'=quoted, ''=quoted",
                "+1 410 555 0100, +1 410 555 0100",
                "-76.61219, -76.61219",
                "-1FR, -1FR",
                "O'Neill, O'Neill",
                "`say \"hi\"`, `\"say \"\"hi\"\"\"`",
            })
    void onlyWhatWouldRunIsDisarmed(String text, String cell) {
        assertThat(Cell.of(text)).isEqualTo(cell);
    }
}
