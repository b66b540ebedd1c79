package org.kith.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private final Cursors cursors = new Cursors(Optional.of("00112233445566778899aabbccddeeff"));

    @Test
    void givesBackThePositionInItsOwnList() {
        assertThat(cursors.decode("riverside /v1/referrals", cursors.encode("riverside /v1/referrals", "42")))
                .isEqualTo("42");
    }

    @Test
    void refusesAnotherListsCursorAndATamperedOne() {
        String cursor = cursors.encode("riverside", "42");
        for (String bad : new String[] {cursor + "A", "x", "", ".", "NDM." + cursor.split("\\.")[1], "%%%.%%%"}) {
            assertThatThrownBy(() -> cursors.decode("riverside", bad)).isInstanceOf(HttpProblem.class);
        }
        assertThatThrownBy(() -> cursors.decode("hilltop", cursor)).isInstanceOf(HttpProblem.class);
    }
}
