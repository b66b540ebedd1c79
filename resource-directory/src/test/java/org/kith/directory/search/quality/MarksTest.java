package org.kith.directory.search.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1);

    @Test
    void theBestOrderIsWorthOne() {
        assertThat(Marks.of(List.of("a", "b", "c"), GRADES)).isEqualTo(new Marks(1, 1, 1, false));
    }

    @Test
    void aWorseOrderIsWorthLessAsWrittenInTheBooks() {
        double ideal = 7 + 3 / 1.584962 + 1 / 2.0;
        double gained = 1 / 1.584962 + 7 / 2.0;
        Marks marks = Marks.of(List.of("x", "c", "a"), GRADES);
        assertThat(marks.ndcg()).isCloseTo(gained / ideal, within(1e-6));
        assertThat(marks.reciprocalRank()).as("c is only related").isCloseTo(1 / 3.0, within(1e-9));
        assertThat(marks.recall()).isEqualTo(.5);
    }

    @Test
    void nothingFoundIsCounted() {
        Marks none = Marks.of(List.of(), GRADES);
        assertThat(none).isEqualTo(new Marks(0, 0, 0, true));
        assertThat(Marks.emptyRate(List.of(none, Marks.of(List.of("a"), GRADES))))
                .isEqualTo(.5);
    }
}
