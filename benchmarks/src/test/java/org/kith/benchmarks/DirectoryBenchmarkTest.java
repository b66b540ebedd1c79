package org.kith.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.localstack.Parts;

class DirectoryBenchmarkTest {
    @TempDir
    Path folder;

    /** The numbers mean nothing; that every answer was the right one does. */
    @Test
    void measuresASmallDirectoryAndFindsEveryAnswerRight() throws IOException, SQLException {
        assumeTrue(
                Files.exists(Parts.root().resolve("resource-directory/target/quarkus-app/quarkus-run.jar")),
                "resource-directory is not packaged: nothing to measure");
        String small = "--listings 400 --seconds 1 --warm-up 0 --queries 25 --clients 2 --imported 40";
        Options options = Options.of(List.of(small.split(" ", -1)), folder);
        Report report = DirectoryBenchmark.measured(options);
        assertThat(report.wrong()).isZero();
        assertThat(report.right()).isGreaterThan(200);
        assertThat(report.goals()).anyMatch(goal -> goal.contains("Lucene")).anyMatch(goal -> goal.contains("Import"));
    }
}
