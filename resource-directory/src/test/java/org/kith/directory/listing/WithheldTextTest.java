package org.kith.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kith.directory.Samples;
import org.kith.directory.Shelter;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;

class WithheldTextTest {
    @Test
    void howeverAnAddressIsRepeatedItIsWithheld() {
        for (long seed = 0; seed < 200; seed++) {
            Shelter shelter = new Shelter(seed);
            for (Listing listing : List.of(shelter.inside(), shelter.elsewhere(), shelter.shared())) {
                ObjectNode document = HsdsJson.mapper().valueToTree(listing);
                String text = Composition.withheld(document, Composition.Hidden.of(List.of(shelter.house())))
                        .toString()
                        .toLowerCase(Locale.ROOT);
                assertThat(shelter.secrets().stream()
                                .map(secret -> secret.toLowerCase(Locale.ROOT))
                                .filter(text::contains))
                        .as("seed %d: %s", seed, text)
                        .isEmpty();
            }
        }
    }

    @Test
    void otherHousesOfTheStreetAndOrdinaryWordsStay() {
        Location shelter = Samples.location("31 Park Ave");
        var secrets = Confidential.secrets(List.of(shelter));
        assertThat(secrets.withhold("9 Park Ave", "address_1")).isEqualTo("9 Park Ave");
        assertThat(secrets.withhold("21201", "postal_code")).isEqualTo("21201");
        assertThat(secrets.withhold("A park where people meet, $1.500 a year, call 410.555.0177", "description"))
                .isEqualTo("A park where people meet, $1.500 a year, call 410.555.0177");
        assertThat(secrets.withhold("Meet at 31 PARK avenue, 21201", "description"))
                .isEqualTo("Meet at [address withheld] avenue, [address withheld]");
        assertThat(Confidential.secrets(List.of()).withhold("39.29041, -76.61219", "description"))
                .isEqualTo("39.29041, -76.61219");
    }
}
