package org.kith.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void theContractIsWhatTestsFromOutsideUse() {
        Addresses contract = Addresses.contract();
        assertThat(contract.url(Part.DIRECTORY)).hasToString("http://localhost:8081");
        assertThat(contract.url(Part.MATCHING)).hasToString("http://localhost:8082");
        assertThat(contract.url(Part.REFERRAL)).hasToString("http://localhost:8083");
        assertThat(contract.realm()).hasToString("http://localhost:8180/realms/kith");
        assertThat(contract.port(Part.POSTGRESQL)).isEqualTo(15432);
        assertThat(contract.port(Part.KAFKA)).isEqualTo(29092);
    }

    @Test
    void aTakenPortIsNamedTogetherWithWhoNeedsIt() throws IOException {
        Addresses free = Addresses.free();
        assertThatCode(free::requireAllFree).doesNotThrowAnyException();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<Part, Integer> ports = new EnumMap<>(free.ports());
            ports.put(Part.MATCHING, taken.getLocalPort());
            assertThatThrownBy(() -> new Addresses(ports).requireAllFree())
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("matching-service");
        }
    }
}
