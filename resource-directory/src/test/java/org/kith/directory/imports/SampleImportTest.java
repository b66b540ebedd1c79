package org.kith.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.localstack.sample.Sample;

/** The sample directory of the local stack is clean: nothing in it has to be repaired or refused. */
@DirectoryTest
class SampleImportTest {

    @Test
    void takesInTheWholeSampleAsItIs() {
        byte[] file = HsdsJson.bytes(new Sample(LocalDate.now()).documents());
        JsonNode job = ImportCalls.finished(ImportCalls.post("sample", file, "sample.json", Map.of()));
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.at("/rows/refused").asInt()).isZero();
        assertThat(job.at("/rows/repaired").asInt()).isZero();
        assertThat(job.at("/rows/stored").asInt()).isEqualTo(job.at("/rows/in").asInt());
        ImportCalls.undo(job);
        ImportCalls.over(job.path("id").asText());
    }
}
