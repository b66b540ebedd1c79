package org.kith.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "=1+2 | '=1+2",
                "+1 410 555 0100 | '+1 410 555 0100",
                "@SUM(A1) | '@SUM(A1)",
                "-2 | '-2",
                "plain | plain",
                "a, b | \"a, b\"",
                "say \"hi\" | \"say \"\"hi\"\"\""
            })
    void aCellIsNoFormula(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }
}
