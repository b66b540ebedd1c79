package org.kith.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.imports.ImportCalls.imported;
import static org.kith.directory.imports.ImportCalls.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;

@DirectoryTest
class LargeListingTest {
    @Test
    void aListingTooLargeToBeSentIsARefusedRowAndTheRestIsStored() {
        String organization = "\"organization\": {\"id\": \"o\", \"name\": \"Large\", \"description\": \"Large\"}";
        String lines = "{\"id\": \"huge\", \"name\": \"Huge\", \"status\": \"active\", \"description\": \""
                + "x".repeat(1_100_000) + "\", " + organization + "}\n"
                + "{\"id\": \"small\", \"name\": \"Small\", \"status\": \"active\", " + organization + "}\n";
        JsonNode job = imported("large", "large.ndjson", lines.getBytes(StandardCharsets.UTF_8));

        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.at("/by_entity/service/refused").asInt()).isEqualTo(1);
        assertThat(job.at("/by_entity/service/stored").asInt()).isEqualTo(1);
        assertThat(report(job)).anySatisfy(line -> {
            assertThat(line.path("source_id").asText()).isEqualTo("huge");
            assertThat(line.path("action").asText()).isEqualTo("refused");
        });
    }
}
