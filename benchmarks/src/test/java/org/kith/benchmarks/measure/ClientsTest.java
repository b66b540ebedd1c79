package org.kith.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private final Clients clients = new Clients(4, Duration.ZERO, Duration.ofMillis(300));

    @Test
    void countsRightAndWrongAnswersAndTheirTime() {
        Speed speed = clients.run(
                () -> turn -> {
                    Thread.sleep(5);
                    return turn % 2 == 0;
                },
                Cpu.nobody());
        assertThat(speed.right()).isBetween(20L, 130L);
        assertThat(speed.wrong()).isBetween(20L, 130L);
        assertThat(speed.millis(50)).isGreaterThanOrEqualTo(5);
        assertThat(speed.perSecond()).isEqualTo(speed.right() / speed.seconds());
    }

    @Test
    void oneThatCannotAskEndsTheMeasure() {
        assertThatIllegalStateException()
                .isThrownBy(() -> clients.run(
                        () -> turn -> {
                            throw new IOException("refused");
                        },
                        Cpu.nobody()))
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void cpuGrowsWithWork() {
        double before = Cpu.self().seconds();
        long end = System.nanoTime() + 200_000_000;
        double sum = 0;
        while (System.nanoTime() < end) {
            sum += Math.sqrt(sum + 1);
        }
        assertThat(sum).isPositive();
        assertThat(Cpu.self().seconds()).isGreaterThan(before);
    }
}
