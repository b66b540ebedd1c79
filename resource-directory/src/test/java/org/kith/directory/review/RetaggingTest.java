package org.kith.directory.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.Listing;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.platform.Rows;
import org.kith.directory.tagging.RuleBook;

@DirectoryTest
class RetaggingTest {
    @Inject
    Directory directory;

    @Inject
    Retagging retagging;

    @Inject
    Retagging.Pieces pieces;

    @Inject
    PublishedListings published;

    @Inject
    DataSource database;

    private final Listing first = service("first");
    private final Listing second = service("second");

    @AfterEach
    void finish() {
        retagging.run(RuleBook.standard().hash());
    }

    @Test
    void newRulesReadEveryListingAndRepublishOnlyWhatBecameAnother() {
        directory.store(tree(organization("Read again"), List.of(), first, second));
        long unchanged = change(first);
        long outdated = change(second);
        readByOlderRules(second);

        retagging.run("rules of tomorrow");

        assertThat(change(first)).isEqualTo(unchanged);
        assertThat(change(second)).isGreaterThan(outdated);
        Retagging.State state = retagging.state();
        assertThat(state.finished()).isTrue();
        assertThat(state.done()).isEqualTo(services());
        assertThat(state.changed()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        directory.store(tree(organization("Interrupted"), List.of(), first, second));
        Retagging.State begun = Objects.requireNonNull(pieces.next("rules of next week", 1));
        assertThat(begun.done()).isEqualTo(1);
        assertThat(begun.finished()).isFalse();
        assertThat(begun.last()).isNotNull();

        retagging.run("rules of next week");

        assertThat(retagging.state().done()).isEqualTo(services());
        long last = published.last();
        retagging.run("rules of next week");
        assertThat(published.last()).isEqualTo(last);
    }

    private long change(Listing service) {
        return published.find(id(service)).orElseThrow().change();
    }

    private static UUID id(Listing service) {
        return Objects.requireNonNull(service.id());
    }

    private long services() {
        return Rows.number(database, "select count(*) from service", s -> {});
    }

    private void readByOlderRules(Listing service) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update listing set hash = '\\x00' where service_id = ?")) {
            update.setObject(1, id(service));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
