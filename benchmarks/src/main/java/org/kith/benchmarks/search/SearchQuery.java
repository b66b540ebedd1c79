package org.kith.benchmarks.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.benchmarks.directory.Asking;
import org.kith.directory.search.index.Point;
import org.kith.directory.search.index.Question;

/**
 * One search, in the words of each who is asked.
 *
 * @param codes by list, one each
 */
public record SearchQuery(
        String words,
        @Nullable Point near,
        @Nullable Double radiusKm,
        Map<String, String> codes,
        @Nullable Integer age,
        boolean facets) {
    static final int LIMIT = 10;
    /** As the service is configured. */
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final int STALE_AFTER_DAYS = 730;

    /** Different ones, the same for the same seed. */
    public static List<SearchQuery> make(Mix mix, long seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> make(mix, new Asking(seed, mix.ordinal() * 100_000 + i)))
                .toList();
    }

    private static SearchQuery make(Mix mix, Asking asking) {
        return switch (mix) {
            case WORDS -> new SearchQuery(asking.words(), null, null, Map.of(), null, false);
            case WORDS_AND_RADIUS ->
                new SearchQuery(asking.words(), home(asking), asking.radiusKm(), Map.of(), null, false);
            case FACETS -> new SearchQuery(asking.words(), null, null, Map.of(), null, true);
            case NEAR -> new SearchQuery("", home(asking), asking.radiusKm(), Map.of(), null, false);
            case FILTERS ->
                new SearchQuery("", null, null, asking.codes(), asking.sometimes(.5) ? asking.age() : null, false);
        };
    }

    private static Point home(Asking asking) {
        double[] degrees = asking.home();
        return new Point(degrees[0], degrees[1]);
    }

    public String path() {
        List<String> parameters = new ArrayList<>();
        if (!words.isEmpty()) {
            parameters.add("q=" + encoded(words));
        }
        if (near != null) {
            parameters.add("near=" + near.latitude() + "," + near.longitude());
        }
        if (radiusKm != null) {
            parameters.add("radius_km=" + radiusKm);
        }
        codes.forEach((list, code) -> parameters.add(list + "=" + code));
        if (age != null) {
            parameters.add("age=" + age);
        }
        if (facets) {
            parameters.add("facets=true");
        }
        parameters.add("limit=" + LIMIT);
        return "/v1/search?" + String.join("&", parameters);
    }

    public Question question() {
        Instant now = Instant.now();
        Map<String, Set<String>> sets = new LinkedHashMap<>();
        codes.forEach((list, code) -> sets.put(list, Set.of(code)));
        return new Question(
                words,
                near,
                radiusKm,
                sets,
                age == null ? null : (double) age,
                null,
                now,
                ZONE,
                staleBefore(),
                Question.Order.RELEVANCE,
                LIMIT,
                facets,
                null);
    }

    /** The day (as epoch day) before which a verification is stale. */
    public static long staleBefore() {
        return LocalDate.now(ZONE).toEpochDay() - STALE_AFTER_DAYS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
