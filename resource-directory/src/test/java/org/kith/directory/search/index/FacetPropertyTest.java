package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.search.index.Fixture.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the directory and the question: facets add up. */
class FacetPropertyTest {
    private static final List<String> KINDS = List.of("support_group", "helpline", "club", "class");
    private static final List<String> NEEDS = List.of("grief", "isolation", "food", "legal");
    private static final List<String> TONGUES = List.of("en", "es", "es-MX", "ko");
    private static final List<String> WORDS = List.of("grief", "pantry", "choir", "harbor");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachCountIsTheTotalOfTheSameQuestionWithThatFilter(long seed) {
        Random random = new Random(seed);
        Fixture directory = new Fixture();
        Map<String, String> kindById = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            Fixture.Entry entry = listing(pick(WORDS, random) + " " + pick(WORDS, random) + " " + i);
            if (random.nextInt(4) > 0) {
                String kind = pick(KINDS, random);
                kindById.put(Fixture.id(name(entry)), kind);
                entry.code("kind", kind);
            }
            NEEDS.stream().filter(need -> random.nextInt(3) == 0).forEach(need -> entry.code("need", need));
            entry.speaks(pick(TONGUES, random));
            if (random.nextInt(5) == 0) {
                entry.interpreter("es");
            }
            directory.with(entry);
        }
        for (Consumer<Fixture.Asked> question : questions(random)) {
            Page page = directory.ask("", question.andThen(q -> {
                q.facets = true;
                q.limit = 100;
            }));
            checkAgainstFilters(directory, question, page);
            long withoutKind = page.hits().stream()
                    .filter(hit -> !kindById.containsKey(hit.id()))
                    .count();
            assertThat(sum(page.facets().getOrDefault("kind", Map.of())) + withoutKind)
                    .as("of an exclusive list, with those that have none")
                    .isEqualTo(page.total());
        }
    }

    private static void checkAgainstFilters(Fixture directory, Consumer<Fixture.Asked> question, Page page) {
        Fixture.Asked asked = new Fixture.Asked();
        question.accept(asked);
        page.facets().forEach((list, counts) -> {
            // Of a list of several codes that is filtered by, a count lies within that filter; kind has one code.
            if (!asked.codes.containsKey(list) || list.equals("kind")) {
                counts.forEach((code, count) -> {
                    Map<String, Set<String>> narrower = new HashMap<>(asked.codes);
                    narrower.put(list, Set.of(code));
                    assertThat(directory
                                    .ask("", question.andThen(q -> q.codes = narrower))
                                    .total())
                            .as("%s=%s", list, code)
                            .isEqualTo((long) count);
                });
            }
        });
    }

    private static List<Consumer<Fixture.Asked>> questions(Random random) {
        String word = pick(WORDS, random);
        return List.of(
                q -> {},
                q -> q.words = word,
                q -> q.words = "greif",
                q -> q.words = "harbor choir",
                q -> q.words = "harbor xylophones",
                q -> q.codes = Map.of("need", Set.of("grief", "food")),
                q -> q.codes = Map.of("kind", Set.of("club", "helpline"), "language", Set.of("es")));
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static String name(Fixture.Entry entry) {
        return String.valueOf(entry.listing().name());
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
