package org.kith.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.id;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;

@DirectoryTest
class DirectoryStoreTest {
    @Inject
    Directory directory;

    @Inject
    PublishedListings published;

    @Test
    void publishesOneDocumentWithEverythingInIt() {
        Organization hope = organization("Hope");
        Location house = location("12 Elm Street");
        Listing circle = service("grief", house);
        directory.store(tree(hope, List.of(house), circle));

        JsonNode document = document(circle);
        assertThat(document.at("/name").asText()).isEqualTo("grief");
        assertThat(document.at("/organization/name").asText()).isEqualTo("Hope");
        assertThat(document.at("/service_at_locations/0/location/addresses/0/address_1")
                        .asText())
                .isEqualTo("12 Elm Street");
        assertThat(document.at("/attributes/0/taxonomy_term/name").asText())
                .isEqualTo("Peers who share an experience meet regularly");
        assertThat(document.at("/attributes/0/link_id").asText()).isEqualTo(String.valueOf(circle.id()));
        assertThat(document.at("/last_modified").asText()).isNotEmpty();
    }

    @Test
    void storingTheSameAgainChangesNothing() {
        Organization hope = organization("Hope");
        Location house = location("13 Elm Street");
        Listing circle = service("grief", house);
        Stored first = directory.store(tree(hope, List.of(house), circle));
        long change = listing(circle).change();

        Stored second = directory.store(tree(hope, List.of(house), circle));

        assertThat(first.entries()).extracting(Stored.Entry::outcome).containsOnly(Stored.Outcome.CREATED);
        assertThat(second.entries())
                .hasSize(4)
                .extracting(Stored.Entry::outcome)
                .containsOnly(Stored.Outcome.UNCHANGED);
        assertThat(listing(circle).change()).isEqualTo(change);
    }

    @Test
    void aChangeOfTheOrganizationShowsInEachOfItsServices() {
        Organization hope = organization("Hope");
        Listing one = service("one");
        Listing two = service("two");
        directory.store(tree(hope, List.of(), one, two));
        long before = published.last();

        directory.store(OrganizationTree.of(id(hope), hope.but(o -> o.name = "New Hope")));

        assertThat(published.after(before, 10))
                .extracting(PublishedListing::serviceId)
                .contains(one.id(), two.id());
        assertThat(document(two).at("/organization/name").asText()).isEqualTo("New Hope");
    }

    @Test
    void aConfidentialServiceHidesTheHouseEverywhere() {
        Organization hope = organization("Hope");
        Location house = location("77 Hidden Hollow Road");
        Listing shelter = confidential(service("shelter", house));
        Listing kitchen = service("kitchen", house).but(l -> l.description = "Come to 77 hidden hollow road, any day.");
        directory.store(tree(hope, List.of(house), shelter, kitchen));

        for (Listing service : List.of(shelter, kitchen)) {
            String text = new String(bytes(service), StandardCharsets.UTF_8);
            assertThat(text)
                    .doesNotContainIgnoringCase("hidden hollow")
                    .doesNotContain("39.29041", "76.61219", "21201")
                    .contains("+1 410 555 0101");
        }
    }

    @Test
    void theHouseShowsAgainWhenNothingConfidentialIsLeftInIt() {
        Organization hope = organization("Hope");
        Location house = location("78 Hidden Hollow Road");
        Listing shelter = confidential(service("shelter", house));
        Listing kitchen = service("kitchen", house);
        directory.store(tree(hope, List.of(house), shelter, kitchen));

        directory.withdraw(List.of(uuid(shelter)));

        assertThat(listing(shelter).isWithdrawn()).isTrue();
        assertThat(new String(bytes(kitchen), StandardCharsets.UTF_8)).contains("78 Hidden Hollow Road");
    }

    @Test
    void refusesAnUnknownCodeWithTheNearestOnesAndStoresNothing() {
        Organization hope = organization("Hope");
        Listing circle = service("grief").but(l -> l.attributes = List.of(Kith.attribute("kith:feature", "moderatd")));

        assertThatThrownBy(() -> directory.store(tree(hope, List.of(), circle)))
                .isInstanceOfSatisfying(
                        RefusedEntity.class,
                        refused -> assertThat(refused.flaws()).singleElement().satisfies(flaw -> {
                            assertThat(flaw.pointer()).isEqualTo("/attributes/0/taxonomy_term/code");
                            assertThat(flaw.nearest()).contains("moderated");
                        }));
        assertThat(published.find(uuid(circle))).isEmpty();
    }

    @Test
    void whatStaffSaysOfCapacityShowsUntilSomebodyWritesAnother() {
        Organization hope = organization("Hope");
        Listing circle = service("grief");
        directory.store(tree(hope, List.of(), circle));

        directory.say(uuid(circle), new Said.Capacity("waitlist", 21, Instant.parse("2026-11-01T10:00:00Z")));
        assertThat(capacity(circle)).isEqualTo("waitlist/21");
        assertThat(document(circle).at("/capacities/0/updated").asText()).isEqualTo("2026-11-01T10:00:00Z");

        directory.store(tree(hope, List.of(), circle));
        assertThat(capacity(circle)).as("an import that knows nothing of it").isEqualTo("waitlist/21");

        assertThat(directory.say(uuid(circle), new Said.Capacity("full", null, Instant.parse("2026-10-01T10:00:00Z"))))
                .as("an older statement")
                .isFalse();
        assertThat(capacity(circle)).isEqualTo("waitlist/21");
    }

    @Test
    void numbersGrowInTheOrderOfCommits() throws Exception {
        long before = published.last();
        List<Long> seen = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            IntStream.range(0, 40)
                    .forEach(i -> running.add(writers.submit(() ->
                            directory.store(tree(organization("Org " + i), List.of(), service("a"), service("b"))))));
            long last = before;
            boolean done = false;
            while (!done) {
                done = running.stream().allMatch(Future::isDone);
                for (PublishedListing listing : published.after(last, 1000)) {
                    seen.add(listing.change());
                    last = listing.change();
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(seen).as("a reader that only looks forward").hasSize(80).isSorted();
    }

    private String capacity(Listing service) {
        for (JsonNode attribute : document(service).path("attributes")) {
            if (attribute.at("/taxonomy_term/taxonomy").asText().equals("kith:capacity")) {
                return attribute.at("/taxonomy_term/code").asText() + "/"
                        + attribute.path("value").asText();
            }
        }
        return "";
    }

    private JsonNode document(Listing service) {
        return HsdsJson.tree(bytes(service));
    }

    private byte[] bytes(Listing service) {
        byte[] bytes = listing(service).document();
        assertThat(bytes).isNotNull();
        return bytes == null ? new byte[0] : bytes;
    }

    private PublishedListing listing(Listing service) {
        return published.find(uuid(service)).orElseThrow();
    }

    private static UUID uuid(Listing service) {
        return java.util.Objects.requireNonNull(service.id());
    }
}
