package org.kith.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Organization;

@DirectoryTest
class RecentListingsTest {
    @Inject
    Directory directory;

    @Inject
    RecentListings recent;

    private final Organization hope = organization("Hope");
    private final Listing circle = service("grief");
    private final UUID id = Objects.requireNonNull(circle.id());

    @Test
    void holdsWhatWasRead() {
        directory.store(tree(hope, List.of(), circle));
        assertThat(text(recent.read(id).orElseThrow())).contains("grief");
        // At the latest when the index has seen the write.
        await().untilAsserted(() -> {
            recent.read(id);
            assertThat(recent.held(id))
                    .map(RecentListingsTest::text)
                    .hasValueSatisfying(t -> assertThat(t).contains("grief"));
        });
    }

    @Test
    void neverAnswersWithWhatWasThereBeforeAWriteOfThisReplica() {
        directory.store(tree(hope, List.of(), circle));
        for (int i = 0; i < 50; i++) {
            String name = "grief " + i;
            recent.read(id);
            directory.store(tree(hope, List.of(), circle.but(l -> l.name = name)));
            PublishedListing now = recent.held(id).or(() -> recent.read(id)).orElseThrow();
            assertThat(text(now)).contains(name + "\"");
        }
    }

    @Test
    void takesOutWhatAnotherReplicaChanged() {
        directory.store(tree(hope, List.of(), circle));
        await().untilAsserted(() -> {
            recent.read(id);
            assertThat(recent.held(id)).isPresent();
        });
        recent.changed(List.of(recent.read(id).orElseThrow()));
        assertThat(recent.held(id)).isEmpty();
    }

    @Test
    void doesNotHoldWhatIsNotThere() {
        UUID nobody = UUID.randomUUID();
        assertThat(recent.read(nobody)).isEmpty();
        assertThat(recent.held(nobody)).isEmpty();
    }

    private static String text(PublishedListing listing) {
        return new String(Objects.requireNonNull(listing.document()), StandardCharsets.UTF_8);
    }
}
