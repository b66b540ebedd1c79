package org.kith.directory.imports.reading;

import java.util.HashMap;
import java.util.Map;

/** Bytes really unpacked from all files of a zip; a file that is read twice counts once. */
final class ByteBudget {
    private final long limit;
    private final Map<String, Long> mostReadOf = new HashMap<>();
    private long spent;

    ByteBudget(long limit) {
        this.limit = limit;
    }

    synchronized void read(String name, long bytesSoFar) {
        long before = mostReadOf.getOrDefault(name, 0L);
        if (bytesSoFar > before) {
            mostReadOf.put(name, bytesSoFar);
            spent += bytesSoFar - before;
            if (spent > limit) {
                throw BoundedInput.bomb(name);
            }
        }
    }
}
