package org.kith.directory.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules reach on services that nobody looked at while writing them; less is a step back. */
class TaggerQualityTest {
    @ParameterizedTest
    @CsvSource({"kind, 0.85, 0.72", "need, 0.88, 0.71", "audience, 0.87, 0.75"})
    void codesAreRightFarMoreOftenThanByNameAlone(String list, double precision, double recall) throws IOException {
        assumeTrue(BaltimoreTexts.areThere(), "skipped: the texts are not beside the checkout");
        TaggerQuality quality = new TaggerQuality();
        Measure reached = quality.byRules("held-out").getOrDefault(list, new Measure());
        assertThat(reached.right()).isPositive();
        assertThat(reached.precision()).isGreaterThanOrEqualTo(precision);
        assertThat(reached.recall()).isGreaterThanOrEqualTo(recall);

        Map<String, Measure> naive = quality.byNames("held-out");
        assertThat(reached.precision())
                .isGreaterThan(naive.getOrDefault(list, new Measure()).precision());
    }
}
