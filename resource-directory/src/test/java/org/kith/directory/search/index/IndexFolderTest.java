package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.search.index.Fixture.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void anIndexUpToChangeSeven() throws IOException {
        try (ListingIndex index = ListingIndex.open(folder, "here", 7)) {
            index.apply(List.of(new Change(Fixture.id("a"), 7, listing("Choir").listing())));
        }
    }

    @Test
    void goesOnWhereItWas() throws IOException {
        try (ListingIndex index = ListingIndex.open(folder, "here", 9)) {
            assertThat(index.applied()).isEqualTo(7);
            assertThat(index.size()).isEqualTo(1);
        }
    }

    @Test
    void doesNotCountWhatWasNeverCommitted() throws IOException {
        ListingIndex killed = ListingIndex.open(folder, "here", 9);
        killed.apply(List.of(new Change(Fixture.id("b"), 8, listing("Band").listing())));
        killed.refresh();
        try (Stream<Path> files = Files.list(folder)) {
            Path copy = Files.createDirectory(folder.resolve("as-killed"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            try (ListingIndex index = ListingIndex.open(copy, "here", 9)) {
                assertThat(index.applied()).isEqualTo(7);
                assertThat(index.size()).isEqualTo(1);
            }
        }
        killed.close();
    }

    @Test
    void beginsAnewWhenItIsAheadOfTheTable() throws IOException {
        assertEmpty(ListingIndex.open(folder, "here", 6));
    }

    @Test
    void beginsAnewForAnotherDatabase() throws IOException {
        assertEmpty(ListingIndex.open(folder, "elsewhere", 9));
    }

    @Test
    void beginsAnewWhenAFileIsDamaged() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".lock")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = 0; i < bytes.length; i += 3) {
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
        assertEmpty(ListingIndex.open(folder, "here", 9));
    }

    @Test
    void beginsAnewWhenAFileIsMissing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.delete(file);
            }
        }
        assertEmpty(ListingIndex.open(folder, "here", 9));
    }

    private static void assertEmpty(ListingIndex opened) throws IOException {
        try (ListingIndex index = opened) {
            assertThat(index.applied()).isZero();
            assertThat(index.size()).isZero();
        }
    }
}
