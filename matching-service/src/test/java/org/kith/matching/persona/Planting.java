package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A directory around one person: resources for each grade, one trap per {@code none}, one answer per {@code some}, and
 * many others.
 */
final class Planting {
    private static final int BACKGROUND = 2_000;
    private static final String[] KINDS = {
        "support_group",
        "peer_program",
        "faith_org",
        "cultural_org",
        "helpline",
        "warmline",
        "club",
        "volunteer_opportunity",
        "mentoring",
        "professional_service",
        "practical_service",
        "community_org",
        "online_community",
        "class",
        "family_program",
        "couples_program"
    };
    private static final String[] TYPES = {"emotional", "informational", "practical", "companionship", "affirmation"};
    private static final String[] NEEDS = {
        "anxiety",
        "depression",
        "isolation",
        "grief",
        "social_activity",
        "purpose",
        "chores",
        "food",
        "legal",
        "family_member_addiction",
        "relationship_skills",
        "life_transition",
        "trust_building",
        "substance_use"
    };
    private static final String[] FORMATS = {"in_person", "video", "phone", "text_chat", "forum"};
    private static final String[] SIZES = {"one_to_one", "small", "medium", "large"};
    private static final String[] FEATURES = {
        "anonymous_ok", "drop_in", "single_session_ok", "text_based", "moderated", "peer_led", "professional_led",
        "trauma_informed", "wheelchair", "evening", "weekend", "daytime", "listen_only_ok", "transit"
    };
    private static final String[] AUDIENCES = {
        "lgbtq", "veterans", "students", "older_adults", "women", "parents", "people_with_addiction", "black", "latino"
    };
    private static final String[] COSTS = {"free", "donation", "low", "sliding", "fee"};

    private final Random random;
    private final Mould mould;
    private final List<ObjectNode> views = new ArrayList<>();
    private final JsonNode persona;

    private Planting(JsonNode persona, int seed) {
        this.persona = persona;
        this.random = new Random(persona.path("id").asText().hashCode() + seed);
        this.mould = new Mould(random);
    }

    static List<ObjectNode> documents(JsonNode persona, int seed) {
        Planting planting = new Planting(persona, seed);
        planting.plant();
        planting.views.forEach(Planting::agree);
        JsonNode place = persona.path("request").path("location");
        return planting.views.stream()
                .map(view -> Resources.document(
                        view, place.path("lat").asDouble(), place.path("lon").asDouble()))
                .toList();
    }

    private void plant() {
        int[] perGrade = {0, 10, 5, 2};
        for (JsonNode rule : persona.path("grades")) {
            int grade = rule.path("grade").asInt();
            for (int i = 0; i < perGrade[grade]; i++) {
                ObjectNode view = fitting("grade " + grade + " no " + i);
                mould.press(rule.path("where"), view);
                views.add(view);
            }
        }
        int trap = 0;
        for (JsonNode expectation : persona.path("expect")) {
            String type = expectation.path("type").asText();
            if (type.equals("none") && expectation.path("where").isObject()) {
                ObjectNode view = fitting("trap " + trap++);
                view.put("verified_age_days", 1).put("distance_km", 0.1);
                mould.press(expectation.path("where"), view);
                if (view.path("audience_mode").asText().equals("exclusive")
                        && view.path("audience").isEmpty()) {
                    view.withArray("audience").add("veterans");
                }
                views.add(view);
            } else if (type.equals("some") || type.equals("explain") || type.equals("every")) {
                for (int i = 0; i < 3; i++) {
                    ObjectNode view = excellent("asked for " + trap++);
                    mould.press(expectation.path("where"), view);
                    views.add(view);
                }
            }
        }
        for (int i = 0; i < BACKGROUND; i++) {
            views.add(background(i));
        }
    }

    /** What goes together in the world: an audience has a mode, and twelve steps know a higher power. */
    private static void agree(ObjectNode view) {
        if (!view.path("audience").isEmpty()
                && view.path("audience_mode").asText().equals("general")) {
            view.put("audience_mode", "focused");
        }
        if (view.path("twelve_step").asBoolean()) {
            view.put("religious_content", "optional");
        }
    }

    /** Serves the person's first needs in a way that they can use. */
    private ObjectNode fitting(String name) {
        ObjectNode view = Resources.good(persona.path("id").asText() + " " + name);
        JsonNode request = persona.path("request");
        view.put("kind", pick(KINDS));
        JsonNode needs = request.path("needs");
        view.withArray("needs")
                .add(needs.get(random.nextInt(needs.size())).path("code").asText());
        JsonNode formats = request.path("formats_ok");
        view.withArray("formats")
                .add(
                        formats.isEmpty()
                                ? "in_person"
                                : formats.get(random.nextInt(formats.size())).asText());
        view.withArray("support_types").add(pick(TYPES)).add(pick(TYPES));
        view.put("group_size", pick(SIZES));
        view.put(
                "distance_km",
                random.nextDouble() * Math.min(request.path("max_distance_km").asDouble(10), 20) * .9);
        view.withArray("features").add(pick(FEATURES)).add(pick(FEATURES));
        request.path("accessibility")
                .forEach(access -> view.withArray("features")
                        .add(access.asText().equals("step_free") ? "wheelchair" : access.asText()));
        return view;
    }

    /** Serves all of the person's needs with the support that they want most. */
    private ObjectNode excellent(String name) {
        ObjectNode view = fitting(name);
        view.withArray("needs").removeAll();
        persona.path("request")
                .path("needs")
                .forEach(need -> view.withArray("needs").add(need.path("code").asText()));
        view.withArray("support_types").removeAll();
        persona.path("request").path("support_wanted").properties().stream()
                .filter(wanted -> wanted.getValue().asInt() >= 2)
                .forEach(wanted -> view.withArray("support_types").add(wanted.getKey()));
        return view;
    }

    private ObjectNode background(int number) {
        ObjectNode view = Resources.good("background " + number);
        view.put("kind", pick(KINDS)).put("group_size", pick(SIZES)).put("cost", pick(COSTS));
        view.withArray("needs").add(pick(NEEDS));
        view.withArray("formats").add(pick(FORMATS));
        view.withArray("support_types").add(pick(TYPES));
        view.withArray("features").add(pick(FEATURES)).add(pick(FEATURES)).add(pick(FEATURES));
        view.put("distance_km", random.nextDouble() * 60).put("verified_age_days", random.nextInt(800));
        if (random.nextInt(4) == 0) {
            view.withArray("audience").add(pick(AUDIENCES));
            view.put("audience_mode", pick(new String[] {"exclusive", "focused", "welcoming"}));
        }
        if (random.nextInt(3) == 0) {
            view.put("age_min", random.nextInt(70));
        }
        return view;
    }

    private String pick(String[] codes) {
        return codes[random.nextInt(codes.length)];
    }
}
