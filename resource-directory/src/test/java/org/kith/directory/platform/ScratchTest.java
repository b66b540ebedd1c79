package org.kith.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    private static final long NOBODY = 999_999_999_999L;

    @Test
    void whatAKilledProcessLeftGoesAndWhatALivingOneUsesStays(@TempDir Path folder) throws IOException {
        Path left = Files.createFile(folder.resolve("kith-" + NOBODY + "-1.upload"));
        Path leftFolder = Files.createDirectory(folder.resolve("kith-" + NOBODY + "-2"));
        Files.writeString(leftFolder.resolve("0"), "x");
        Path parent = Files.createFile(folder.resolve(
                "kith-" + ProcessHandle.current().parent().orElseThrow().pid() + "-3.upload"));
        Path other = Files.createFile(folder.resolve("kith-notes.txt"));

        Scratch.sweep(folder);

        assertThat(left).doesNotExist();
        assertThat(leftFolder).doesNotExist();
        assertThat(parent).exists();
        assertThat(other).exists();
    }

    @Test
    void inAContainerTheNumberOfTheProcessIsAlwaysTheSame(@TempDir Path folder) throws IOException {
        Path left = Files.createFile(
                folder.resolve("kith-" + ProcessHandle.current().pid() + "-1.upload"));

        Scratch.sweep(folder);

        assertThat(left).doesNotExist();
    }
}
