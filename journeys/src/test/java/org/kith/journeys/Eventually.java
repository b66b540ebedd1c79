package org.kith.journeys;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What travels by events arrives a moment later. */
final class Eventually {
    private Eventually() {}

    static ConditionFactory within(Duration limit) {
        return Awaitility.await()
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }

    static ConditionFactory soon() {
        return within(Duration.ofSeconds(30));
    }
}
