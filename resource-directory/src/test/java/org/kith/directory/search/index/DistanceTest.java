package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.search.index.Fixture.listing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistanceTest {
    private static final Point HERE = new Point(39.30, -76.60);

    private final Fixture directory = new Fixture()
            .with(
                    listing("Next door").says("pantry").at(39.301, -76.601, "Fallowmere", "MD", "21218"),
                    listing("Two branches")
                            .says("pantry")
                            .at(40.9, -77.9, "Larkspur", "PA", "16801")
                            .at(39.33, -76.60, "Fallowmere", "MD", "21218"),
                    listing("Far away").says("pantry").at(39.39, -76.54, "Larkspur", "MD", "21234-1234"),
                    listing("Phone pantry").says("pantry"),
                    listing("Safe house")
                            .says("pantry")
                            .atConfidential(39.3001, -76.6001, "Hiddenville", "MD", "21999"));

    @Test
    void aRadiusIsKeptAndDistancesGrow() {
        Page page = directory.ask("", q -> {
            q.near = HERE;
            q.radiusKm = 5.0;
        });
        assertThat(Fixture.names(page)).containsExactly("Next door", "Two branches");
        assertThat(page.hits()).extracting(Hit::distanceKm).allMatch(km -> km <= 5);
    }

    @Test
    void theNearestOfSeveralPlacesIsShown() {
        Page page = directory.ask("", q -> q.near = HERE);
        assertThat(Fixture.names(page)).startsWith("Next door", "Two branches", "Far away");
        assertThat(page.hits().get(1).place()).extracting(Place::latitude).isEqualTo(39.33);
        assertThat(page.hits().get(1).distanceKm()).isBetween(3.3, 3.4);
    }

    @Test
    void amongEqualWordsTheNearerComesFirst() {
        Page page = directory.ask("pantry", q -> q.near = HERE);
        assertThat(Fixture.names(page).indexOf("Next door"))
                .isLessThan(Fixture.names(page).indexOf("Far away"));
    }

    @Test
    void aConfidentialPlaceIsNowhere() {
        assertThat(directory
                        .ask("pantry", q -> {
                            q.near = HERE;
                            q.radiusKm = 20_000.0;
                        })
                        .hits())
                .noneMatch(hit -> hit.id().equals(Fixture.id("Safe house")));
        Hit hit = directory.ask("safe house", q -> q.near = HERE).hits().getFirst();
        assertThat(hit.id()).isEqualTo(Fixture.id("Safe house"));
        assertThat(hit.place()).isNull();
        assertThat(hit.distanceKm()).isNull();
        assertThat(new String(hit.service(), StandardCharsets.UTF_8)).doesNotContain("Thornapple", "Hiddenville");
        assertThat(directory.find("hiddenville")).isEmpty();
        assertThat(directory.find("21999")).isEmpty();
        assertThat(directory.index().atPostalCode("21999").point()).isNull();
        assertThat(directory.index().atPlace("Hiddenville").point()).isNull();
    }

    @Test
    void aRadiusReachesAcrossTheAntimeridianAndThePole() {
        directory.with(
                listing("Taveuni clinic").says("clinic").at(-16.85, 179.97),
                listing("Rabi clinic").says("clinic").at(-16.85, -179.97),
                listing("Polar clinic").says("clinic").at(89.99, -170));
        Page page = directory.ask("clinic", q -> {
            q.near = new Point(-16.85, -179.99);
            q.radiusKm = 10.0;
        });
        assertThat(Fixture.names(page)).containsExactlyInAnyOrder("Taveuni clinic", "Rabi clinic");
        assertThat(page.hits()).extracting(Hit::distanceKm).allMatch(km -> km < 5);
        assertThat(Fixture.names(directory.ask("clinic", q -> {
                    q.near = new Point(89.99, 10);
                    q.radiusKm = 5.0;
                })))
                .containsExactly("Polar clinic");
    }

    @Test
    void aSmallRadiusFindsWhatIsThere() {
        assertThat(Fixture.names(directory.ask("pantry", q -> {
                    q.near = new Point(39.301, -76.601);
                    q.radiusKm = .001;
                })))
                .containsExactly("Next door");
    }

    @Test
    void postalCodesAndPlacesAreWhereTheirListingsAre() {
        assertThat(directory.index().atPostalCode("21234").point()).isEqualTo(new Point(39.39, -76.54));
        assertThat(directory.index().atPostalCode("21234-9999").point()).isEqualTo(new Point(39.39, -76.54));
        assertThat(directory.index().atPlace("fallowmere").point()).isNotNull();
        assertThat(directory.index().atPlace("Nowhere").point()).isNull();
    }

    @Test
    void aPlaceOfSeveralStatesAsksWhich() {
        assertThat(directory.index().atPlace("Larkspur").candidates())
                .isEqualTo(List.of("Larkspur, MD", "Larkspur, PA"));
        assertThat(directory.index().atPlace("Larkspur, PA").point()).isEqualTo(new Point(40.9, -77.9));
    }
}
