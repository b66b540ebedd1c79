package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How good a list is by the person's own grades. */
final class Grading {
    private static final int LIST = 10;
    private static final Set<String> SOCIAL_NEEDS = Set.of(
            "isolation",
            "social_activity",
            "purpose",
            "trust_building",
            "acculturation",
            "life_transition",
            "daily_structure");
    private static final Set<String> SOCIAL_KINDS =
            Set.of("club", "volunteer_opportunity", "community_org", "cultural_org", "mentoring");

    private final JsonNode persona;
    private final Fit fit;

    Grading(JsonNode persona, Fit fit) {
        this.persona = persona;
        this.fit = fit;
    }

    int grade(JsonNode view) {
        if (!fit.isFor(view)) {
            return 0;
        }
        for (JsonNode rule : persona.path("grades")) {
            if (Where.holds(rule.path("where"), view)) {
                int grade = rule.path("grade").asInt();
                return isRelevant(view) ? grade : Math.min(1, grade);
            }
        }
        return 0;
    }

    /** A need, an interest, or a social kind for a social need. */
    private boolean isRelevant(JsonNode view) {
        Set<String> asked = new HashSet<>();
        persona.path("request")
                .path("needs")
                .forEach(need -> asked.add(need.path("code").asText()));
        Set<String> interests = Fit.texts(persona.path("request").path("interests"));
        boolean social = asked.stream().anyMatch(SOCIAL_NEEDS::contains)
                && SOCIAL_KINDS.contains(view.path("kind").asText());
        return social
                || Fit.texts(view.path("needs")).stream().anyMatch(asked::contains)
                || Fit.texts(view.path("topics")).stream().anyMatch(interests::contains);
    }

    /** nDCG over the first ten; not a number where nothing in the directory has a grade. */
    double gain(List<? extends JsonNode> shown, Collection<? extends JsonNode> directory) {
        List<Integer> best = directory.stream()
                .map(this::grade)
                .sorted(Comparator.reverseOrder())
                .limit(LIST)
                .toList();
        List<Integer> found = shown.stream().limit(LIST).map(this::grade).toList();
        return discounted(found) / discounted(best);
    }

    private static double discounted(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < grades.size(); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    /** The share of the wanted support types that the first five bring; not a number where none is wanted. */
    double coverage(List<? extends JsonNode> shown) {
        Set<String> wanted = new HashSet<>();
        persona.path("request").path("support_wanted").properties().stream()
                .filter(type -> type.getValue().asInt() > 0)
                .forEach(type -> wanted.add(type.getKey()));
        Set<String> brought = new HashSet<>();
        shown.stream().limit(5).forEach(view -> brought.addAll(Fit.texts(view.path("support_types"))));
        brought.retainAll(wanted);
        return brought.size() / (double) wanted.size();
    }
}
