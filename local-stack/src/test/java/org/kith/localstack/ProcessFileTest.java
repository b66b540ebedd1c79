package org.kith.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFileTest {
    @TempDir
    Path folder;

    @Test
    void endsWhatAKilledSupervisorLeftBehind() {
        ChildProcess sleeper =
                ChildProcess.start("sleep", List.of("sleep", "60"), Map.of(), folder, folder.resolve("log"));
        assertThat(ProcessFile.in(folder).end()).isTrue();
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(ProcessFile.in(folder).end()).isFalse();
    }

    @Test
    void sparesAnotherProgramThatGotTheSameNumber() throws IOException {
        Files.write(
                folder.resolve("process"),
                List.of(String.valueOf(ProcessHandle.current().pid()), "1"));
        assertThat(ProcessFile.in(folder).end()).isFalse();
    }
}
