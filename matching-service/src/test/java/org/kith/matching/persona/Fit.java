package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kith.contracts.IdentityFactor;
import org.kith.contracts.Vocabulary;

/**
 * Whether a person could use a resource at all, read from the words of the request and not from the filters: what one
 * cannot use is worth nothing, whatever its grade.
 */
final class Fit {
    private static final List<String> COSTS = List.of("free", "donation", "low", "sliding", "insurance", "fee");
    private static final Set<String> NEVER = Set.of("conversion_practice", "coercive", "reported_harm");
    private static final int STALE_DAYS = 730;

    private final JsonNode request;
    private final List<JsonNode> forbidden;
    private final Set<String> formats;
    private final Set<String> audiences;

    Fit(JsonNode persona) {
        request = persona.path("request");
        forbidden = persona.path("expect")
                .valueStream()
                .filter(expected -> expected.path("type").asText().equals("nowhere")
                        || (expected.path("type").asText().equals("none")
                                && expected.path("k").asText().equals("all")
                                && !expected.path("severity").asText().equals("should")))
                .map(expected -> expected.path("where"))
                .toList();
        formats = texts(request.path("formats_ok"));
        audiences = new HashSet<>(Vocabulary.standard()
                .audiences(request.path("identity")
                        .valueStream()
                        .map(factor -> new IdentityFactor(
                                factor.path("axis").asText(),
                                factor.path("code").asText()))
                        .toList()));
    }

    boolean isFor(JsonNode view) {
        return view.path("status").asText().equals("active")
                && view.path("verified_age_days").asInt() <= STALE_DAYS
                && texts(view.path("flags")).stream().noneMatch(NEVER::contains)
                && hasAge(view)
                && isWithinReach(view)
                && isSpoken(view)
                && isAffordable(view)
                && isAccessible(view)
                && isOpenTo(view)
                && forbidden.stream().noneMatch(where -> Where.holds(where, view));
    }

    private boolean hasAge(JsonNode view) {
        if (!request.path("subject").asText("self").equals("self")
                || !request.path("age").isNumber()) {
            return true;
        }
        int age = request.path("age").asInt();
        return view.path("age_min").asInt(0) <= age
                && age <= view.path("age_max").asInt(130);
    }

    private boolean isWithinReach(JsonNode view) {
        Set<String> usable = usable(view);
        boolean near = view.path("distance_km").asDouble(0)
                <= request.path("max_distance_km").asDouble(50);
        return !usable.isEmpty() && (near || !usable.equals(Set.of("in_person")));
    }

    private Set<String> usable(JsonNode view) {
        Set<String> usable = texts(view.path("formats"));
        if (!formats.isEmpty()) {
            usable.retainAll(formats);
        }
        if (texts(request.path("barriers")).contains("low_bandwidth")) {
            usable.remove("video");
        }
        return usable;
    }

    private boolean isSpoken(JsonNode view) {
        boolean any = request.path("languages").isEmpty();
        for (JsonNode language : request.path("languages")) {
            String tag = language.isTextual()
                    ? language.asText()
                    : language.path("tag").asText();
            boolean interpreted = language.path("interpreter_ok").asBoolean(true)
                    && texts(view.path("interpreter")).contains(tag);
            boolean spoken = texts(view.path("languages")).contains(tag) || interpreted;
            if (language.path("required").asBoolean() && !spoken) {
                return false;
            }
            any |= spoken;
        }
        return any;
    }

    private boolean isAffordable(JsonNode view) {
        return !request.has("cost_max")
                || COSTS.indexOf(view.path("cost").asText("free"))
                        <= COSTS.indexOf(request.path("cost_max").asText());
    }

    private boolean isAccessible(JsonNode view) {
        Set<String> features = texts(view.path("features"));
        Set<String> usable = usable(view);
        boolean onFoot = usable.equals(Set.of("in_person"));
        return texts(request.path("accessibility")).stream().allMatch(need -> switch (need) {
            case "wheelchair", "step_free" -> features.contains("wheelchair") || !onFoot;
            case "asl" -> features.contains("asl");
            case "asl_or_text" ->
                features.contains("asl")
                        || features.contains("text_based")
                        || usable.contains("text_chat")
                        || usable.contains("forum");
            default -> true;
        });
    }

    private boolean isOpenTo(JsonNode view) {
        Set<String> sizes = texts(request.path("group_size_ok"));
        boolean size = sizes.isEmpty() || sizes.contains(view.path("group_size").asText());
        boolean exclusive = view.path("audience_mode").asText().equals("exclusive")
                && texts(view.path("audience")).stream().noneMatch(audiences::contains);
        boolean demands = texts(view.path("requires")).stream()
                .anyMatch(demand -> texts(request.path("avoid")).contains("requires:" + demand));
        return size && !exclusive && !demands;
    }

    static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static Set<String> words(Collection<String> codes) {
        Set<String> words = new HashSet<>();
        codes.forEach(code -> words.addAll(List.of(code.split("_", -1))));
        return words;
    }
}
