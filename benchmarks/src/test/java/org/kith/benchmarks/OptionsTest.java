package org.kith.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void takesWhatIsGivenAndLeavesTheRest() {
        Options options = Options.of(
                List.of("--listings", "1000,5000", "--keep", "--seconds", "2", "--only", "read,export"),
                Path.of("/tmp"));
        assertThat(options.sizes()).containsExactly(1000, 5000);
        assertThat(options.measured()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.keep()).isTrue();
        assertThat(options.clients()).containsExactly(1, 8, 32);
        assertThat(options.wants("read")).isTrue();
        assertThat(options.wants("import")).isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (List<String> wrong : List.of(
                List.of("--listing", "5"),
                List.of("--listings"),
                List.of("--listings", "many"),
                List.of("--only", "speed"))) {
            assertThatIllegalArgumentException().as("%s", wrong).isThrownBy(() -> Options.of(wrong, Path.of("/tmp")));
        }
    }
}
