package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What directories do today: a category near by, and full text with filters. Neither knows anything else. */
final class Baselines {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final List<String> COSTS = List.of("free", "donation", "low", "sliding", "insurance", "fee");

    private final JsonNode request;
    private final List<ObjectNode> directory;
    private final Set<String> asked = new HashSet<>();

    Baselines(JsonNode persona, Collection<ObjectNode> directory) {
        this.request = persona.path("request");
        this.directory = directory.stream()
                .filter(view -> view.path("status").asText().equals("active"))
                .toList();
        request.path("needs").forEach(need -> asked.add(need.path("code").asText()));
    }

    /** Any need of the request, within the distance, nearest first; what needs no travel comes after. */
    List<ObjectNode> nearest() {
        return directory.stream()
                .filter(view -> Fit.texts(view.path("needs")).stream().anyMatch(asked::contains))
                .filter(this::isNear)
                .sorted(Comparator.<ObjectNode>comparingDouble(
                                view -> view.path("distance_km").asDouble(Double.MAX_VALUE))
                        .thenComparing(Baselines::name))
                .toList();
    }

    /** BM25 of the words of needs and interests over what a listing says of itself, within cost, format, age and reach. */
    List<ObjectNode> text() {
        List<ObjectNode> open = directory.stream()
                .filter(this::isNear)
                .filter(this::isAffordable)
                .filter(this::hasFormat)
                .filter(this::hasAge)
                .toList();
        Set<String> query = Fit.words(asked);
        query.addAll(Fit.words(Fit.texts(request.path("interests"))));
        Map<String, Integer> documents = new HashMap<>();
        List<List<String>> texts = open.stream().map(Baselines::words).toList();
        texts.forEach(words -> new HashSet<>(words).forEach(word -> documents.merge(word, 1, Integer::sum)));
        double length = texts.stream().mapToInt(List::size).average().orElse(1);
        Map<ObjectNode, Double> scores = new java.util.IdentityHashMap<>();
        for (int i = 0; i < open.size(); i++) {
            scores.put(open.get(i), score(query, texts.get(i), documents, open.size(), length));
        }
        return open.stream()
                .filter(view -> scores.getOrDefault(view, 0.0) > 0)
                .sorted(Comparator.<ObjectNode>comparingDouble(view -> -scores.getOrDefault(view, 0.0))
                        .thenComparingDouble(view -> view.path("distance_km").asDouble(Double.MAX_VALUE))
                        .thenComparing(Baselines::name))
                .toList();
    }

    private static double score(
            Set<String> query, List<String> words, Map<String, Integer> documents, int count, double length) {
        double score = 0;
        for (String word : query) {
            long times = words.stream().filter(word::equals).count();
            int with = documents.getOrDefault(word, 0);
            double rarity = Math.log(1 + (count - with + 0.5) / (with + 0.5));
            score += rarity * times * (K1 + 1) / (times + K1 * (1 - B + B * words.size() / length));
        }
        return score;
    }

    private static List<String> words(JsonNode view) {
        List<String> words = new ArrayList<>(List.of(view.path("kind").asText().split("_", -1)));
        for (String field : List.of("needs", "topics", "audience", "support_types", "features")) {
            view.path(field).forEach(code -> words.addAll(List.of(code.asText().split("_", -1))));
        }
        return words;
    }

    private boolean isNear(JsonNode view) {
        return view.path("distance_km").asDouble(0)
                <= request.path("max_distance_km").asDouble(50);
    }

    private boolean isAffordable(JsonNode view) {
        return !request.has("cost_max")
                || COSTS.indexOf(view.path("cost").asText())
                        <= COSTS.indexOf(request.path("cost_max").asText());
    }

    private boolean hasFormat(JsonNode view) {
        Set<String> wanted = Fit.texts(request.path("formats_ok"));
        return wanted.isEmpty() || Fit.texts(view.path("formats")).stream().anyMatch(wanted::contains);
    }

    private boolean hasAge(JsonNode view) {
        int age = request.path("age").asInt(-1);
        return age < 0
                || (view.path("age_min").asInt(0) <= age
                        && age <= view.path("age_max").asInt(130));
    }

    private static String name(JsonNode view) {
        return view.path("name").asText();
    }
}
