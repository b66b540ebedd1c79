package org.kith.matching.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.matching.match.LocalMatching;

/**
 * The persons of an examples file beside the checkout ({@code -Dkith.personas} names another). A safety
 * expectation never fails.
 */
class PersonasTest {
    private static final Path EXAMPLES = Path.of(System.getProperty(
            "kith.personas",
            Path.of(System.getProperty("kith.root", "."))
                    .resolveSibling("shared/personas/examples.json")
                    .toString()));
    private static final int MANY = 50;

    private record Finding(String person, String severity, JsonNode expected, String fault) {}

    @Test
    void everyPersonIsServed() throws IOException {
        assumeTrue(Files.isReadable(EXAMPLES), "Skipped: there are no examples at " + EXAMPLES.toAbsolutePath());
        JsonNode examples = new ObjectMapper().readTree(EXAMPLES.toFile());
        List<Finding> findings = new ArrayList<>();
        for (JsonNode persona : examples.path("personas")) {
            for (int seed = 0; seed < Integer.getInteger("kith.persona-seeds", 1); seed++) {
                findings.addAll(check(persona, examples.path("default_now").asText(), seed));
            }
        }
        List<Finding> faults =
                findings.stream().filter(finding -> !finding.fault().isEmpty()).toList();
        faults.forEach(fault -> System.out.printf(
                "%s %s: %s%n  %s%n", fault.person(), fault.severity(), fault.fault(), fault.expected()));
        System.out.printf("%d expectations, %d not met%n", findings.size(), faults.size());

        // What must and should be is reported: tuning the ranking is measured over many more persons than these.
        System.out.printf("must: %.3f, should: %.3f%n", share(findings, "must"), share(findings, "should"));
        assertThat(faults)
                .filteredOn(fault -> fault.severity().equals("safety"))
                .isEmpty();
    }

    private static List<Finding> check(JsonNode persona, String now, int seed) {
        LocalMatching matching = new LocalMatching(Planting.documents(persona, seed));
        JsonNode first = matching.answer(Contract.request(persona, now, 10));
        JsonNode many = matching.answer(Contract.request(persona, now, MANY));
        List<Finding> findings = new ArrayList<>();
        for (JsonNode expected : persona.path("expect")) {
            boolean all = expected.path("k").asText().equals("all");
            String fault = new Expectation(expected, all ? many : first).fault();
            findings.add(new Finding(
                    persona.path("id").asText(), expected.path("severity").asText(), expected, fault));
        }
        return findings;
    }

    private static double share(List<Finding> findings, String severity) {
        List<Finding> these = findings.stream()
                .filter(finding -> finding.severity().equals(severity))
                .toList();
        return these.stream().filter(finding -> finding.fault().isEmpty()).count() / (double) these.size();
    }
}
