package org.kith.contracts.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTableTest {
    private final PlaceTable table = PlaceTable.standard();

    @ParameterizedTest
    @CsvSource({"21218, 39.330, -76.601", "00601, 18.18, -66.75", "99801, 58.37, -134.4"})
    void knowsWherePostalCodesAre(String code, double latitude, double longitude) {
        assertThat(table.postalCode(code)).hasValueSatisfying(spot -> {
            assertThat(spot.latitude()).isCloseTo(latitude, within(.2));
            assertThat(spot.longitude()).isCloseTo(longitude, within(.4));
        });
    }

    @ParameterizedTest
    @CsvSource({"00000", "2121", "212188", "2121x", "''"})
    void doesNotKnowWhatIsNone(String code) {
        assertThat(table.postalCode(code)).isEmpty();
    }

    @Test
    void suggestsTheNearestCodesOfTheSameSortingCenter() {
        assertThat(table.codesLike("21203")).containsExactly("21202", "21204", "21201");
        assertThat(table.codesLike("00099")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Springfield, IL | Springfield, IL",
                "springfield, illinois | Springfield, IL",
                "SPRINGFIELD IL | Springfield, IL",
                "Baltimore, Maryland, USA | Baltimore, MD",
                "st. louis, mo | St. Louis, MO",
                "Saint Louis MO | St. Louis, MO",
                "Denver, CO | Denver, CO",
                "Ft Worth, TX | Fort Worth, TX",
                "New York, NY | New York, NY",
                "new york | New York, NY",
                "Virginia Beach | Virginia Beach, VA",
                "Brookline, MA | Brookline, MA",
                "Baltimore County, MD | Baltimore County, MD",
                "Nashville, TN | Nashville, TN",
                "Washington, DC | Washington, DC",
                "Washington, D.C. | Washington, DC",
                "Paris, France | Paris, FR",
                "sao paulo, br | São Paulo, BR"
            })
    void readsAPlaceAsPeopleWriteIt(String written, String meant) {
        assertThat(table.named(written)).first().extracting(KnownPlace::label).isEqualTo(meant);
    }

    @Test
    void givesEveryPlaceThatMayBeMeantTheLikeliestFirst() {
        assertThat(table.named("Springfield")).hasSizeGreaterThan(10);
        assertThat(table.named("Boston")).first().extracting(KnownPlace::label).isEqualTo("Boston, MA");
        assertThat(table.named("Nowhereville")).isEmpty();
        assertThat(table.named("Baltimore, TX")).isEmpty();
    }

    @Test
    void suggestsWhatIsSpelledAlmostSo() {
        assertThat(table.namesLike("Baltimroe, MD")).first().isEqualTo("Baltimore, MD");
        assertThat(table.namesLike("Xqzvw")).isEmpty();
    }
}
