package org.kith.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HsdsJsonTest {
    private static final UUID ID = UUID.fromString("0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01");

    @Test
    void writesNamesInSnakeCaseWithoutNullsOrEmptyArrays() {
        Listing listing = Listing.with(l -> {
            l.id = ID;
            l.name = "Grief circle";
            l.minimumAge = new BigDecimal("18");
            l.assuredDate = LocalDate.of(2026, 10, 1);
            l.lastModified = Instant.parse("2026-11-01T10:00:00Z");
            l.description = "";
        });
        assertThat(json(listing))
                .isEqualTo("{\"id\":\"" + ID + "\",\"name\":\"Grief circle\",\"minimum_age\":18,"
                        + "\"assured_date\":\"2026-10-01\",\"last_modified\":\"2026-11-01T10:00:00Z\"}");
    }

    @Test
    void keepsTheNumberedNamesOfAddresses() {
        Address address = Address.with(a -> a.address1 = "1 Main St");
        assertThat(json(address)).isEqualTo("{\"address_1\":\"1 Main St\"}");
        assertThat(HsdsJson.read(HsdsJson.bytes(address), Address.class)).isEqualTo(address);
    }

    @Test
    void writesExtensionAndTimezoneAsNumbers() {
        assertThat(json(Phone.with(p -> p.extension = 12L))).isEqualTo("{\"extension\":12}");
        assertThat(json(Schedule.with(s -> s.timezone = new BigDecimal("-5")))).isEqualTo("{\"timezone\":-5}");
    }

    @Test
    void keepsAnEmptyPreviousValueBecauseTheStandardRequiresOne() {
        Metadata change = new Metadata(null, null, null, null, "update", "name", "", "New", "somebody");
        assertThat(json(change)).contains("\"previous_value\":\"\"");
    }

    @Test
    void readsAnAbsentListAsAnEmptyOne() {
        assertThat(HsdsJson.read("{}".getBytes(StandardCharsets.UTF_8), Listing.class)
                        .phones())
                .isEqualTo(List.of());
    }

    @Test
    void changesSomeFieldsAndKeepsTheOthers() {
        Listing listing = Listing.with(l -> l.name = "A").but(l -> l.status = "active");
        assertThat(listing.name()).isEqualTo("A");
        assertThat(listing.status()).isEqualTo("active");
    }

    private static String json(Object value) {
        return new String(HsdsJson.bytes(value), StandardCharsets.UTF_8);
    }
}
