package org.kith.matching.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.kith.matching.code.Need;

/** Requests for tests: an adult in Baltimore with a need, and nothing else, unless a test says otherwise. */
public final class Asking {
    public static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private Asking() {}

    public static MatchQueryBuilder about(Need... needs) {
        return MatchQuery.forNeeds(
                        NOW,
                        Stream.of(needs)
                                .map(need -> new NeedWish(need, 3, Urgency.ROUTINE))
                                .toList())
                .person(aged(34))
                .where(within(25));
    }

    public static Person aged(int years) {
        return new Person(false, AgeRange.exactly(years), null, null);
    }

    public static Where within(int kilometers) {
        return new Where("US", "MD", 39.29, -76.61, kilometers * 1000);
    }

    public static List<Identity> being(String... axesAndCodes) {
        return Stream.of(axesAndCodes)
                .map(text -> text.split(":", -1))
                .map(parts -> Identity.preferred(parts[0], parts[1]))
                .toList();
    }

    public static List<Identity> requiring(String axis, String code) {
        return List.of(new Identity(axis, code, Identity.Use.REQUIRE, 2));
    }

    public static List<Avoidance> things(String... texts) {
        return Stream.of(texts)
                .map(text -> Avoidance.parse(text).orElseThrow(() -> new IllegalArgumentException(text)))
                .toList();
    }
}
