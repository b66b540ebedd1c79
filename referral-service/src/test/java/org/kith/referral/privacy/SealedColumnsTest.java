package org.kith.referral.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedColumnsTest {
    private static final UUID CLIENT = new UUID(1, 2);
    private final MasterKey master = new MasterKey("kith-test-master-key-not-a-secre".getBytes(StandardCharsets.UTF_8));
    private final DataKey key = DataKey.random();

    @Test
    void whatIsSealedOpensAgainAndIsNotReadableMeanwhile() {
        byte[] sealed = Objects.requireNonNull(key.seal("client.display_name", "Zebra Quill"));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Zebra");
        assertThat(key.open("client.display_name", sealed)).isEqualTo("Zebra Quill");
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        assertThat(key.seal("c", "x")).isNotEqualTo(key.seal("c", "x"));
    }

    @Test
    void aValueDoesNotOpenInAnotherColumn() {
        byte[] sealed = key.seal("client.display_name", "Zebra Quill");
        assertThatThrownBy(() -> key.open("client.contact", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aValueThatWasTamperedWithDoesNotOpen() {
        byte[] sealed = Objects.requireNonNull(key.seal("c", "x"));
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open("c", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClientsKeyUnwrapsForThatClientAlone() {
        byte[] wrapped = master.wrap(key, CLIENT);
        assertThat(master.unwrap(wrapped, CLIENT).open("c", key.seal("c", "x"))).isEqualTo("x");
        assertThatThrownBy(() -> master.unwrap(wrapped, new UUID(3, 4))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new MasterKey(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(key.seal("c", null)).isNull();
        assertThat(key.open("c", null)).isNull();
    }
}
