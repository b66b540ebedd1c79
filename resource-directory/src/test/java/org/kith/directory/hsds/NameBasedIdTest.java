package org.kith.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {
    @Test
    void agreesWithTheExampleOfTheStandard() {
        // RFC 9562, appendix A.4, in the namespace of DNS names.
        assertThat(NameBasedId.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void keepsAnIdThatIsAlreadyOne() {
        String id = "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01";
        assertThat(NameBasedId.ofForeign("ohana", "service", id)).isEqualTo(UUID.fromString(id));
    }

    @Test
    void givesTheSameForeignIdTheSameIdAndOthersAnother() {
        assertThat(NameBasedId.ofForeign("ohana", "service", "12"))
                .isEqualTo(NameBasedId.ofForeign("ohana", "service", "12"))
                .isNotEqualTo(NameBasedId.ofForeign("ohana", "location", "12"))
                .isNotEqualTo(NameBasedId.ofForeign("other", "service", "12"));
    }

    @Test
    void doesNotTakeAShortenedUuidForOne() {
        assertThat(NameBasedId.asUuid("1-1-1-1-1")).isEmpty();
    }
}
