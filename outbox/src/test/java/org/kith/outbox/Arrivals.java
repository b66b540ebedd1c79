package org.kith.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes events in as a consumer with an inbox does, and watches their order. */
final class Arrivals {
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> last = new TreeMap<>();
    private int duplicates;

    /** Reads until the last sequence of every key has come. */
    void readUntil(Map<String, Long> expected, Reader reader) {
        while (!last.equals(expected)) {
            take(reader.next());
        }
    }

    private void take(Reader.Received event) {
        if (!seen.add(event.header(CloudEvents.ID))) {
            duplicates++;
            return;
        }
        assertThat(event.sequence())
                .as("the next event of %s", event.key())
                .isEqualTo(last.getOrDefault(event.key(), 0L) + 1);
        last.put(event.key(), event.sequence());
    }

    int duplicates() {
        return duplicates;
    }
}
