package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A directory around one person: resources for each grade, one trap per {@code none}, three answers per {@code some},
 * and many others.
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
        "substance_use",
        "stress",
        "ptsd",
        "discrimination",
        "caregiver_support",
        "spiritual_support",
        "intimate_partner_violence",
        "bullying",
        "perinatal"
    };
    private static final String[] FORMATS = {"in_person", "video", "phone", "text_chat", "forum"};
    private static final String[] SIZES = {"one_to_one", "small", "medium", "large"};
    private static final String[] FEATURES = {
        "anonymous_ok",
        "drop_in",
        "single_session_ok",
        "text_based",
        "moderated",
        "peer_led",
        "professional_led",
        "trauma_informed",
        "wheelchair",
        "confidential",
        "camera_optional",
        "childcare",
        "evening",
        "weekend",
        "daytime",
        "listen_only_ok",
        "transit"
    };
    private static final String[] AUDIENCES = {
        "lgbtq", "veterans", "students", "older_adults", "women", "parents", "people_with_addiction", "black", "latino"
    };
    private static final String[] COSTS = {"free", "donation", "low", "sliding", "fee"};

    private static final int TRIES = 30;

    private final Random random;
    private final Mould mould;
    private final List<ObjectNode> views = new ArrayList<>();
    private final JsonNode persona;
    private final JsonNode request;

    private Planting(JsonNode persona, int seed) {
        this.persona = persona;
        this.request = persona.path("request");
        this.random = new Random(persona.path("id").asText().hashCode() * 31L + seed);
        this.mould = new Mould(random);
    }

    static Planting around(JsonNode persona, int seed) {
        Planting planting = new Planting(persona, seed);
        planting.plant();
        return planting;
    }

    /** Everything that was planted, as the attributes that conditions speak of. */
    List<ObjectNode> views() {
        return views;
    }

    List<ObjectNode> documents() {
        JsonNode place = request.path("location");
        return views.stream()
                .map(view -> Resources.document(
                        view, place.path("lat").asDouble(), place.path("lon").asDouble()))
                .toList();
    }

    private void plant() {
        int[] perGrade = {0, 10, 5, 2};
        for (JsonNode rule : persona.path("grades")) {
            int grade = rule.path("grade").asInt();
            for (int i = 0; i < perGrade[grade]; i++) {
                String name = "grade " + grade + " no " + i;
                add(rule.path("where"), () -> fitting(name));
            }
        }
        persona.path("plant").forEach(wanted -> {
            ObjectNode view = excellent("planted");
            view.setAll((ObjectNode) wanted);
            views.add(agreed(view));
        });
        int number = 0;
        for (JsonNode expectation : persona.path("expect")) {
            String name = expectation.path("type").asText() + " " + number++;
            JsonNode where = expectation.path("where");
            switch (expectation.path("type").asText()) {
                case "none", "nowhere", "plan_none" -> add(where, () -> tempting("trap for " + name));
                case "some", "explain", "every" -> {
                    for (int i = 0; i < 3; i++) {
                        String asked = "asked for " + name + " " + i;
                        add(where, () -> excellent(asked));
                    }
                }
                default -> {
                    // Nothing can be planted for it.
                }
            }
        }
        for (int i = 0; i < BACKGROUND; i++) {
            views.add(agreed(background(i)));
        }
    }

    /** Tries until the condition holds in a resource that makes sense. */
    private void add(JsonNode where, Supplier<ObjectNode> maker) {
        for (int i = 0; i < TRIES; i++) {
            ObjectNode view = maker.get();
            mould.press(where, view);
            agreed(view);
            if (Where.holds(where, view)) {
                views.add(view);
                return;
            }
        }
    }

    /** What goes together in the world, and what follows from the rest. */
    private ObjectNode agreed(ObjectNode view) {
        boolean hasAudience = !view.path("audience").isEmpty();
        String mode = view.path("audience_mode").asText();
        if (hasAudience && mode.equals("general")) {
            view.put("audience_mode", "focused");
        } else if (!hasAudience && mode.equals("exclusive")) {
            view.putArray("audience").add("veterans");
        }
        boolean faith = view.path("kind").asText().equals("faith_org");
        if (faith && view.path("faith_tradition").asText().equals("none")) {
            view.put("faith_tradition", "christian");
        }
        boolean believes = !view.path("faith_tradition").asText("none").equals("none");
        boolean silent = view.path("religious_content").asText().equals("none");
        if (silent && (believes || view.path("twelve_step").asBoolean())) {
            view.put("religious_content", "optional");
        }
        view.put("country", request.path("country").asText("US"));
        return Resources.completed(view);
    }

    /** Serves one of the person's needs in a way that they can use. */
    private ObjectNode fitting(String name) {
        ObjectNode view = Resources.good(persona.path("id").asText() + " " + name);
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
        JsonNode sizes = request.path("group_size_ok");
        view.put(
                "group_size",
                sizes.isEmpty()
                        ? pick(SIZES)
                        : sizes.get(random.nextInt(sizes.size())).asText());
        view.put(
                "distance_km",
                random.nextDouble() * Math.min(request.path("max_distance_km").asDouble(10), 20) * .9);
        view.withArray("features").add(pick(FEATURES)).add(pick(FEATURES));
        request.path("accessibility")
                .forEach(access -> view.withArray("features").add(feature(access.asText())));
        request.path("languages").forEach(language -> {
            if (language.path("required").asBoolean()) {
                view.withArray("languages").add(language.path("tag").asText());
            }
        });
        boolean careful = Fit.texts(request.path("avoid")).contains("not_lgbtq_affirming");
        view.put("lgbtq_affirming", careful ? "yes" : "unknown");
        request.path("identity").forEach(factor -> {
            if (factor.path("use").asText().equals("require")
                    && factor.path("axis").asText().equals("gender")) {
                view.putArray("gender_open").add("women");
            }
        });
        return view;
    }

    private static String feature(String access) {
        return switch (access) {
            case "step_free" -> "wheelchair";
            case "asl_or_text" -> "asl";
            default -> access;
        };
    }

    /** Serves all of the person's needs with the support that they want most. */
    private ObjectNode excellent(String name) {
        ObjectNode view = fitting(name);
        view.withArray("needs").removeAll();
        request.path("needs")
                .forEach(need -> view.withArray("needs").add(need.path("code").asText()));
        view.withArray("support_types").removeAll();
        request.path("support_wanted").properties().stream()
                .filter(wanted -> wanted.getValue().asInt() >= 2)
                .forEach(wanted -> view.withArray("support_types").add(wanted.getKey()));
        return view;
    }

    /** The best match, the nearest and the freshest. */
    private ObjectNode tempting(String name) {
        return excellent(name).put("verified_age_days", 1).put("distance_km", 0.1);
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
        if (random.nextInt(5) == 0) {
            view.withArray("languages").add("es");
        }
        return view;
    }

    private String pick(String[] codes) {
        return codes[random.nextInt(codes.length)];
    }
}
