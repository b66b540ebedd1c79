package org.kith.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.directory.search.index.Gazetteer;
import org.kith.directory.search.index.Point;

class WhereaboutsTest {
    private static final Point BERLIN_MITTE = new Point(52.53, 13.38);

    @ParameterizedTest
    @ValueSource(strings = {"21218", " 21218 ", "21218-3410", "212183410"})
    void aPostalCodeNeedsNoListing(String written) {
        assertThat(in("US").postalCode(written).point()).isEqualTo(new Point(39.330, -76.601));
    }

    @Test
    void anUnknownPostalCodeSuggestsItsNeighbours() {
        Whereabouts.Answer answer = in("US").postalCode("21203");
        assertThat(answer.point()).isNull();
        assertThat(answer.suggestions()).contains("21202");
    }

    @Test
    void elsewhereFiveDigitsAreNoZipAndTheListingsKnowThem() {
        assertThat(in("DE", "10115").postalCode("10115").point()).isEqualTo(BERLIN_MITTE);
        assertThat(in("DE").postalCode("21218").point()).isNull();
        assertThat(in("DE").postalCode("21203").suggestions()).isEmpty();
    }

    @Test
    void aCodeThatTheTableLacksIsKnownFromListings() {
        assertThat(in("US", "SW1A1AA").postalCode("sw1a 1aa").point()).isEqualTo(BERLIN_MITTE);
    }

    @Test
    void aPlaceNeedsNoListing() {
        assertThat(in("US").place("Towson, MD").point()).isEqualTo(new Point(39.394, -76.618));
        assertThat(in("US").place("BALTIMORE").point()).isEqualTo(new Point(39.300, -76.610));
    }

    @Test
    void aNameOfSeveralPlacesAsksWhich() {
        Whereabouts.Answer answer = in("US").place("Springfield");
        assertThat(answer.point()).isNull();
        assertThat(answer.candidates())
                .contains("Springfield, MA", "Springfield, IL")
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void theOneThatThisDirectoryHoldsIsMeant() {
        Whereabouts.Held held = held(Map.of("Springfield", new Point(39.79, -89.65)));
        assertThat(new Whereabouts(held, "US").place("Springfield").point())
                .as("of the table, and so the same whatever is listed")
                .isEqualTo(new Point(39.791, -89.645));
    }

    @Test
    void aPlaceThatTheTableLacksIsKnownFromListings() {
        Point there = new Point(39.5, -77.1);
        assertThat(new Whereabouts(held(Map.of("Fallowmere Green", there)), "US")
                        .place("Fallowmere Green")
                        .point())
                .isEqualTo(there);
    }

    @Test
    void anUnknownPlaceSuggestsWhatIsSpelledAlmostSo() {
        assertThat(in("US").place("Baltimroe, MD").suggestions()).first().isEqualTo("Baltimore, MD");
        assertThat(in("US").place("Qqxyz").suggestions()).isEmpty();
    }

    private static Whereabouts in(String country, String... listedCodes) {
        return new Whereabouts(
                new Whereabouts.Held() {
                    @Override
                    public Gazetteer.Found atPostalCode(String code) {
                        return found(List.of(listedCodes).contains(code) ? BERLIN_MITTE : null);
                    }

                    @Override
                    public Gazetteer.Found atPlace(String place) {
                        return found(null);
                    }
                },
                country);
    }

    private static Whereabouts.Held held(Map<String, Point> places) {
        return new Whereabouts.Held() {
            @Override
            public Gazetteer.Found atPostalCode(String code) {
                return found(null);
            }

            @Override
            public Gazetteer.Found atPlace(String place) {
                return found(places.get(place));
            }
        };
    }

    private static Gazetteer.Found found(@Nullable Point point) {
        return new Gazetteer.Found(point, List.of());
    }
}
