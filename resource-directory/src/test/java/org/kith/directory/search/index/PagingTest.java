package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.search.index.Fixture.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagingTest {
    private static final int COUNT = 23;

    private final Fixture directory = new Fixture();

    PagingTest() {
        for (int i = 0; i < COUNT; i++) {
            directory.with(listing("Pantry " + i)
                    .says("food ".repeat(i % 4 + 1))
                    .verified("2026-01-%02d".formatted(i % 5 + 1))
                    .at(39 + i % 6 * .01, -76));
        }
    }

    @ParameterizedTest
    @EnumSource(Question.Order.class)
    void pagesTogetherHoldEveryHitOnce(Question.Order order) {
        assertThat(pages("food", order, page -> {})).hasSize(COUNT).doesNotHaveDuplicates();
        assertThat(pages("", order, page -> {})).hasSize(COUNT).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Question.Order.class)
    void whatIsAddedMeanwhileMovesNothing(Question.Order order) {
        int[] added = {0};
        List<String> seen = pages(
                "food",
                order,
                page -> directory.with(listing("New " + added[0]++)
                        .says("food food")
                        .verified("2026-01-03")
                        .at(39.02, -76)));
        assertThat(seen).hasSize(COUNT).doesNotHaveDuplicates();
    }

    @Test
    void aPageOfAForgottenStateGoesOnInTheLiveOne() {
        Page first = directory.ask("food", q -> q.limit = 10);
        Position next = Objects.requireNonNull(first.next());
        Position elsewhere = new Position(-1, next.total(), next.relaxed(), next.best(), next.sortValue(), next.tie());
        Page second = directory.ask("food", q -> {
            q.limit = 100;
            q.after = elsewhere;
        });
        assertThat(second.hits()).hasSize(COUNT - 10);
    }

    @Test
    void theTotalIsOfAllPages() {
        Page page = directory.ask("food", q -> q.limit = 2);
        assertThat(page.total()).isEqualTo(COUNT);
    }

    @Test
    void aPositionSurvivesBeingWritten() {
        Position position = new Position(7, 143, true, 12.25f, 0.1, -7_654_321L);
        assertThat(Position.parse(position.toString())).contains(position);
        assertThat(Position.parse("rubbish")).isEmpty();
    }

    private List<String> pages(String words, Question.Order order, Consumer<Page> between) {
        List<String> seen = new ArrayList<>();
        @Nullable Position after = null;
        do {
            @Nullable Position from = after;
            Page page = directory.ask(words, q -> {
                q.order = order;
                q.limit = 5;
                q.near = order == Question.Order.DISTANCE ? new Point(39, -76) : null;
                q.after = from;
            });
            seen.addAll(Fixture.names(page));
            after = page.next();
            between.accept(page);
        } while (after != null);
        return seen;
    }
}
