package org.kith.directory.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;

/** An app that follows the feed, a page now and then, ends with exactly what the directory has. */
@DirectoryTest
class CopyTest {
    @Inject
    Directory directory;

    private final Map<String, JsonNode> copy = new HashMap<>();
    private String cursor = "";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261122, 7})
    void aCopyThatFollowsTheFeedIsTheDirectory(long seed) {
        Random random = new Random(seed);
        List<Organization> organizations = List.of(organization("One"), organization("Two"), organization("Three"));
        Map<UUID, Listing> services = new HashMap<>();
        Map<UUID, Organization> owners = new HashMap<>();
        List<Location> houses = new ArrayList<>();
        cursor = "";
        copy.clear();
        organizations.forEach(o -> directory.store(tree(o, List.of())));
        // From the very beginning once, from the end of what was there otherwise.
        while (seed != 1 && readPage(500) > 0) {}
        for (int step = 0; step < 60; step++) {
            Organization owner = organizations.get(random.nextInt(organizations.size()));
            List<UUID> known = new ArrayList<>(services.keySet());
            known.sort(null);
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    Listing added = service("s" + step);
                    services.put(id(added), added);
                    owners.put(id(added), owner);
                    directory.store(tree(owner, List.of(), added));
                }
                case 2 -> {
                    if (!known.isEmpty()) {
                        UUID one = known.get(random.nextInt(known.size()));
                        String name = "renamed " + step;
                        Listing renamed =
                                Objects.requireNonNull(services.get(one)).but(l -> l.name = name);
                        services.put(one, renamed);
                        directory.store(tree(Objects.requireNonNull(owners.get(one)), List.of(), renamed));
                    }
                }
                case 3 -> {
                    if (!known.isEmpty()) {
                        UUID one = known.get(random.nextInt(known.size()));
                        directory.withdraw(List.of(one));
                        // It may come back under the same id.
                        if (random.nextBoolean()) {
                            directory.store(tree(
                                    Objects.requireNonNull(owners.get(one)),
                                    List.of(),
                                    Objects.requireNonNull(services.get(one))));
                        } else {
                            services.remove(one);
                        }
                    }
                }
                case 4 -> {
                    // Shows in every service of the organization.
                    String name = "also " + step;
                    directory.store(tree(owner.but(o -> o.alternateName = name), List.of()));
                }
                case 5 -> {
                    Location house = location(step + " Copy Street");
                    Listing there = random.nextBoolean()
                            ? service("at " + step, house)
                            : confidential(service("hidden " + step, house));
                    houses.add(house);
                    // The house may be gone when it is written again.
                    services.put(id(there), there.but(l -> l.serviceAtLocations = List.of()));
                    owners.put(id(there), owner);
                    directory.store(tree(owner, List.of(house), there));
                }
                default -> {
                    if (!houses.isEmpty() && random.nextBoolean()) {
                        directory.removeLocation(Objects.requireNonNull(
                                houses.remove(random.nextInt(houses.size())).id()));
                    } else {
                        directory.withdrawOrganization(Objects.requireNonNull(owner.id()));
                        services.keySet()
                                .removeIf(s -> Objects.requireNonNull(owner.id())
                                        .equals(Objects.requireNonNull(owners.get(s))
                                                .id()));
                        directory.store(tree(owner, List.of()));
                    }
                }
            }
            if (random.nextInt(3) == 0) {
                readPage(1 + random.nextInt(5));
            }
        }
        while (readPage(1 + random.nextInt(20)) > 0) {}

        Map<String, JsonNode> truth = new HashMap<>();
        for (Organization organization : organizations) {
            given().get("/hsds/v3/services?format=ndjson&full=true&organization_id=" + organization.id())
                    .asString()
                    .lines()
                    .map(line -> HsdsJson.tree(line.getBytes(StandardCharsets.UTF_8)))
                    .forEach(document -> truth.put(document.path("id").asText(), document));
        }
        List<String> ours =
                organizations.stream().map(o -> String.valueOf(o.id())).toList();
        copy.values().removeIf(d -> !ours.contains(d.at("/organization/id").asText()));
        assertThat(copy).isEqualTo(truth).isNotEmpty();
    }

    /** What an app does: delete what is deleted, put what is not. */
    private int readPage(int limit) {
        JsonNode page = HsdsJson.tree(
                given().get("/v1/changes?limit=" + limit + "&after=" + cursor).asByteArray());
        for (JsonNode change : page.path("items")) {
            String id = change.path("service_id").asText();
            if (change.path("operation").asText().equals("delete")) {
                copy.remove(id);
            } else {
                copy.put(id, change.path("service"));
            }
        }
        cursor = page.path("next").asText();
        return page.path("items").size();
    }

    private static UUID id(Listing service) {
        return Objects.requireNonNull(service.id());
    }
}
