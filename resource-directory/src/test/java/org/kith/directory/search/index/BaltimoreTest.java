package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.directory.hsds.Listing;

/** A few questions to a real directory, where its tables lie beside the checkout. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaltimoreTest {
    private final ListingIndex index = ListingIndex.inMemory();

    @BeforeAll
    void load() throws IOException {
        assumeTrue(Baltimore.isThere(), "there is no directory of Baltimore at " + Baltimore.FOLDER);
        long change = 0;
        for (Listing listing : Baltimore.listings()) {
            index.apply(List.of(new Change(String.valueOf(listing.id()), ++change, listing)));
        }
        index.refresh();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greif group | Bereave",
                "alanon | Al-Anon",
                "narcotics anonimous | Narcotics Anonymous",
                "AA | Alcoholics Anonymous",
                "sober | Recovery",
                "food bank near me | Food Bank",
                "homless | Homeless",
                "suicide hotline | Hotline",
                "NAMI | National Alliance on Mental Illness",
                "house of ruth | House of Ruth",
                "turn around inc | Turnaround",
                "meals on wheels | Meals On Wheels",
                "eviction prevention | Eviction Prevention",
                "baltimore crisis response | Baltimore Crisis Response",
                "hospice | Hospice",
                "dentist | Dental"
            })
    void isAmongTheFirstThree(String words, String expected) {
        Fixture.Asked asked = new Fixture.Asked();
        asked.words = words;
        asked.limit = 3;
        assertThat(Fixture.names(index.search(asked.question())))
                .anySatisfy(name -> assertThat(name).contains(expected));
    }
}
