package org.kith.matching.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.matching.code.Fact;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;

class PolicyTest {
    private static final Path FILE = Path.of(
            System.getProperty("kith.root", ".."), "matching-service/src/main/resources/policy/support-match-1.json");

    @Test
    void everyAnswerCanNameItsVersionAndHash() {
        Policy policy = Policy.standard();

        assertThat(policy.version()).isEqualTo("support-match/1");
        assertThat(policy.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void decimalsBecomeMillionthsAndDaysStayDays() {
        PolicyFile file = Policy.standard().file();

        assertThat(file.weights().affinity()).isEqualTo(260_000);
        assertThat(file.filters().staleAfterDays()).isEqualTo(730);
        assertThat(file.need().fit(Need.GRIEF, Kind.WARMLINE)).isEqualTo(800_000);
        assertThat(file.need().fit(Need.FOOD, Kind.CLUB)).isEqualTo(500_000);
    }

    @Test
    void refusesWeightsThatDoNotSumToOneAndWordsThatItDoesNotKnow() throws Exception {
        String good = Files.readString(FILE);

        assertThatThrownBy(() -> read(good.replace("\"need\": 0.34", "\"need\": 0.35")))
                .hasMessageContaining("sum to 1");
        assertThatThrownBy(() -> read(good.replace("\"others\": 0.25,", "\"others\": 0.25, \"boost\": 2,")))
                .hasMessageContaining("boost");
        assertThatThrownBy(() -> read(good.replace("\"band\": 0.01", "\"band\": 0.01234567")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void everyFeatureIsAFactThatARuleCanAskFor() {
        assertThat(Stream.of(Fact.values()).map(Enum::name))
                .startsWith(Stream.of(Feature.values()).map(Enum::name).toArray(String[]::new));
    }

    private static Policy read(String text) {
        return Policy.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
