package org.kith.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.search.index.ListingIndex;

class CatchUpTest {
    @TempDir
    Path folder;

    private final Map<Long, PublishedListing> table = new TreeMap<>();

    @Test
    void appliesEverythingThatThereIs() throws IOException {
        IntStream.range(0, 1234).forEach(i -> write(UUID.randomUUID(), "Choir " + i));
        try (CatchUp catchUp = open()) {
            assertThat(catchUp.isCaughtUp()).isFalse();
            catchUp.run();
            assertThat(catchUp.isCaughtUp()).isTrue();
            assertThat(catchUp.index().size()).isEqualTo(1234);
        }
    }

    @Test
    void anOwnWriteIsThereWhenItIsAskedFor() throws IOException {
        try (CatchUp catchUp = open()) {
            catchUp.run();
            UUID id = UUID.randomUUID();
            write(id, "Choir");
            catchUp.reach(1, Duration.ofMillis(200));
            assertThat(catchUp.index().size()).isEqualTo(1);
            withdraw(id);
            catchUp.reach(2, Duration.ofMillis(200));
            assertThat(catchUp.index().size()).isZero();
        }
    }

    @Test
    void goesOnAfterAStopWhereItWas() throws IOException {
        write(UUID.randomUUID(), "Choir");
        try (CatchUp catchUp = open()) {
            catchUp.run();
        }
        write(UUID.randomUUID(), "Band");
        try (CatchUp catchUp = open()) {
            assertThat(catchUp.index().applied()).isEqualTo(1);
            catchUp.run();
            assertThat(catchUp.index().size()).isEqualTo(2);
        }
    }

    @Test
    void buildsAnIndexAnewThatSomebodyDeleted() throws IOException {
        write(UUID.randomUUID(), "Choir");
        try (CatchUp catchUp = open()) {
            catchUp.run();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        try (CatchUp catchUp = open()) {
            catchUp.run();
            assertThat(catchUp.index().size()).isEqualTo(1);
        }
    }

    private CatchUp open() {
        ListingIndex index = ListingIndex.open(folder, "test", table.size());
        return new CatchUp(index, this::after, Duration.ofSeconds(5));
    }

    private List<PublishedListing> after(long change, int limit) {
        return table.values().stream()
                .filter(row -> row.change() > change)
                .limit(limit)
                .toList();
    }

    private void write(UUID id, String name) {
        byte[] document = HsdsJson.bytes(Listing.with(l -> {
            l.id = id;
            l.name = name;
            l.status = "active";
        }));
        long change = table.size() + 1;
        table.put(change, new PublishedListing(id, UUID.randomUUID(), change, change, document, Instant.now()));
    }

    private void withdraw(UUID id) {
        long change = table.size() + 1;
        table.put(change, new PublishedListing(id, UUID.randomUUID(), change, change, null, Instant.now()));
    }
}
