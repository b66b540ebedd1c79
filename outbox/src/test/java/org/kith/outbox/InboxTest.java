package org.kith.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest {
    private final String event = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();

    @Inject
    Inbox inbox;

    @Test
    void takesAnEventOnceForEachConsumer() {
        assertThat(firstTime("listings")).isTrue();
        assertThat(firstTime("listings")).isFalse();
        assertThat(firstTime("verification")).isTrue();
    }

    @Test
    void forgetsAnEventWhoseWorkFailed() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(inbox.firstTime("listings", event)).isTrue();
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(firstTime("listings")).isTrue();
    }

    @Test
    void ofTwoDeliveriesAtTheSameMomentOneIsTheFirst() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> delivery = () -> QuarkusTransaction.requiringNew().call(() -> {
                boolean first = inbox.firstTime("listings", event);
                Thread.sleep(50);
                return first;
            });
            List<Future<Boolean>> answers = threads.invokeAll(List.of(delivery, delivery, delivery, delivery));
            int firsts = 0;
            for (Future<Boolean> answer : answers) {
                firsts += answer.get() ? 1 : 0;
            }
            assertThat(firsts).isEqualTo(1);
        }
    }

    @Test
    void ignoresWhatIsNotNewer() {
        assertThat(newerThan(5)).isTrue();
        assertThat(newerThan(4)).as("older").isFalse();
        assertThat(newerThan(5)).as("the same").isFalse();
        assertThat(newerThan(9)).as("newer, with a gap").isTrue();
        assertThat(newerThan(8)).as("came late").isFalse();
    }

    @Test
    void doesNotRememberASequenceWhoseWorkFailed() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(inbox.newerThan("listings", key, 5)).isTrue();
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(newerThan(5)).isTrue();
    }

    @Test
    void forgetsOldEventsAndKeepsYoungOnes() {
        firstTime("listings");
        inbox.cleanBefore(Instant.now().minus(Duration.ofDays(1)));
        assertThat(firstTime("listings")).isFalse();
        inbox.cleanBefore(Instant.now().plusSeconds(1));
        assertThat(firstTime("listings")).isTrue();
    }

    @Test
    void isAskedInsideTheTransactionOfTheWork() {
        assertThatThrownBy(() -> inbox.firstTime("listings", event)).isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> inbox.newerThan("listings", key, 1)).isInstanceOf(TransactionalException.class);
    }

    private boolean firstTime(String consumer) {
        return QuarkusTransaction.requiringNew().call(() -> inbox.firstTime(consumer, event));
    }

    private boolean newerThan(long sequence) {
        return QuarkusTransaction.requiringNew().call(() -> inbox.newerThan("listings", key, sequence));
    }
}
