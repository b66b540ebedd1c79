package org.kith.directory.platform;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Tries again while the cause may pass, such as a database that restarts; an event that can never be taken goes to the
 * dead letters at once.
 */
public final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final int TRIES = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private Patience() {}

    /** @throws IllegalArgumentException from the work: it is not tried again */
    public static void of(Runnable work) {
        for (int tried = 1; ; tried++) {
            try {
                work.run();
                return;
            } catch (IllegalArgumentException poison) {
                throw poison;
            } catch (RuntimeException e) {
                if (tried == TRIES) {
                    throw e;
                }
                LOG.warnf(
                        "An event could not be taken, attempt %d: %s",
                        tried, e.getClass().getSimpleName());
                pause(Duration.ofMillis(100L << tried));
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }
}
