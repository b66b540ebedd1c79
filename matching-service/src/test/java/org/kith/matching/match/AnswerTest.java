package org.kith.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.matching.persona.Resources;

/** The whole answer, from JSON to JSON, without a server. */
class AnswerTest {
    private static final double LAT = 39.29;
    private static final double LON = -76.61;

    @Test
    void citesOnlyWhatGivesAtLeastFivePercentAndTheMostFirst() {
        JsonNode result = answer("", group("Circle")).path("results").get(0);
        BigDecimal least = result.path("score").decimalValue().multiply(new BigDecimal("0.05"));

        assertThat(codes(result)).startsWith("NEED_MATCH");
        result.path("contributions").properties().stream()
                .filter(part -> part.getValue().decimalValue().compareTo(least) < 0)
                .forEach(part ->
                        assertThat(codes(result)).doesNotContain(part.getKey().toUpperCase()));
    }

    @Test
    void hidesNeedsAndIdentityOnASharedDevice() {
        ObjectNode veterans = group("Veterans");
        veterans.withArray("audience").add("veterans");
        veterans.put("audience_mode", "focused");
        String said = "'identity':[{'axis':'service','code':'veteran','consented':true}]";

        JsonNode shown = answer(said, veterans).path("results").get(0);
        JsonNode hidden = answer(said + ",'safety':{'shared_device':true}", veterans)
                .path("results")
                .get(0);

        assertThat(shown.path("reasons").toString()).contains("veteran");
        assertThat(hidden.path("reasons").toString()).doesNotContain("veteran").doesNotContain("grief");
        assertThat(texts(hidden.path("check"))).contains("PRIVATE_BROWSING");
    }

    @Test
    void anIdentityWithoutConsentLeavesNoTrace() {
        ObjectNode veterans = group("Veterans");
        veterans.withArray("audience").add("veterans");
        veterans.put("audience_mode", "focused");

        JsonNode without = answer("", veterans, group("Circle"));
        JsonNode unconsented = answer("'identity':[{'axis':'service','code':'veteran'}]", veterans, group("Circle"));

        assertThat(unconsented.path("results")).isEqualTo(without.path("results"));
    }

    @Test
    void tellsWhatItWouldRatherNotHave() {
        ObjectNode religious = group("Bible circle").put("religious_content", "central");

        JsonNode result = answer("'prefer_not':['religious_content']", religious)
                .path("results")
                .get(0);

        assertThat(texts(result.path("unmet"))).contains("PREFER_NOT:religious_content");
        assertThat(result.path("contributions")
                        .path("PREFER_NOT:religious_content")
                        .decimalValue())
                .isNegative();
    }

    @Test
    void aNeedForSoonHasAnOpenLineAmongTheFirstFive() {
        List<ObjectNode> views = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            views.add(group("Circle " + i));
        }
        ObjectNode line = Resources.good("Grief line").put("kind", "helpline").put("group_size", "one_to_one");
        line.put("always_open", true).withArray("needs").add("grief");
        line.withArray("formats").add("phone");
        views.add(line);

        JsonNode soon = answer("'needs':[{'code':'grief','urgency':'soon'}]", views.toArray(ObjectNode[]::new));

        assertThat(Stream.of(0, 1, 2, 3, 4).map(i -> name(soon.path("results").get(i))))
                .contains("Grief line");
    }

    @Test
    void gentleIsOneActionAndTheShyStartWithinTwoLevels() {
        ObjectNode chat = group("Chat").put("group_size", "one_to_one");
        chat.withArray("formats").removeAll().add("text_chat");

        JsonNode plan = answer("'pace':'gentle','barriers':['social_anxiety']", group("Circle"), group("Table"), chat)
                .path("plan");
        JsonNode first = plan.path("steps").get(0);

        assertThat(first.path("stage").asInt()).isEqualTo(1);
        assertThat(first.path("actions")).hasSize(1);
        assertThat(first.path("actions").get(0).path("exposure_level").asInt()).isLessThanOrEqualTo(2);
        assertThat(first.path("check_in_days").asInt()).isEqualTo(7);
    }

    @Test
    void theFirstStepMayLieBelowTheResultsWhereNoneOfThemIsSmallEnough() {
        ObjectNode line = group("Line").put("group_size", "one_to_one").put("verified_age_days", 500);
        line.withArray("formats").removeAll().add("phone");

        JsonNode answer =
                answer("'k':2,'pace':'gentle','barriers':['social_anxiety']", group("Circle"), group("Table"), line);
        JsonNode action =
                answer.path("plan").path("steps").get(0).path("actions").get(0);

        assertThat(answer.path("results")).extracting(AnswerTest::name).containsExactlyInAnyOrder("Circle", "Table");
        assertThat(name(action)).isEqualTo("Line");
    }

    @Test
    void theLadderNeverFallsAndNeverClimbsMoreThanTwo() {
        String[] formats = {"in_person", "video", "phone", "text_chat", "forum"};
        String[] sizes = {"one_to_one", "small", "medium", "large"};
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<ObjectNode> views = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                ObjectNode view = group("Place " + i).put("group_size", sizes[random.nextInt(4)]);
                view.withArray("formats").removeAll().add(formats[random.nextInt(5)]);
                if (random.nextBoolean()) {
                    view.withArray("features").add("anonymous_ok");
                }
                views.add(view);
            }
            String barriers = random.nextBoolean() ? "'barriers':['trust']," : "";
            JsonNode steps = answer(
                            barriers + "'pace':'" + (random.nextBoolean() ? "gentle" : "standard") + "'",
                            views.toArray(ObjectNode[]::new))
                    .path("plan")
                    .path("steps");
            int top = -1;
            for (JsonNode step : steps) {
                int before = top;
                for (JsonNode action : step.path("actions")) {
                    int level = action.path("exposure_level").asInt();
                    assertThat(level).isGreaterThanOrEqualTo(top);
                    assertThat(before < 0 || level <= before + 2).isTrue();
                    top = level;
                }
            }
        }
    }

    @Test
    void doesNotAskThoseWhoOnlyGiveToGiveMore() {
        ObjectNode volunteers = group("Soup kitchen").put("kind", "volunteer_opportunity");
        String giver = "'network':[{'role':'sibling','support_types':['emotional'],'reciprocity':'gives_only'}]";

        assertThat(answer(giver, volunteers).path("plan").toString()).doesNotContain(Resources.id("Soup kitchen"));
        assertThat(answer("", volunteers).path("plan").toString()).contains(Resources.id("Soup kitchen"));
    }

    @Test
    void mayAskToStrengthenAThinTieAndNeverAHarmfulOne() {
        String seldom = "'network':[{'role':'friend','support_types':['emotional'],'frequency':'rarer'}]";
        String toxic = "'network':[{'role':'friend','support_types':['emotional'],'quality':'toxic'}]";

        assertThat(answer(seldom, group("Circle")).path("plan").toString()).contains("strengthen_tie");
        assertThat(answer(toxic, group("Circle")).path("plan").toString()).doesNotContain("strengthen_tie");
    }

    @Test
    void aCrisisLeadsThePlanAndItsActionsPointToSomethingShown() {
        JsonNode answer = answer("'needs':[{'code':'grief','urgency':'crisis'}]", group("Circle"));
        List<String> shown = new ArrayList<>();
        answer.path("results")
                .forEach(result -> shown.add(result.path("resource").path("id").asText()));
        answer.path("crisis")
                .path("items")
                .forEach(item -> shown.add(item.path("resource").path("id").asText()));

        assertThat(answer.path("plan").path("steps").get(0).path("stage").asInt())
                .isZero();
        assertThat(answer.path("crisis").path("emergency_number").asText()).isEqualTo("911");
        answer.path("plan")
                .path("steps")
                .forEach(step -> step.path("actions")
                        .forEach(action -> assertThat(shown)
                                .contains(action.path("resource_id").asText())));
    }

    @Test
    void asksAtMostThreeQuestionsAndNeverForIdentity() {
        JsonNode questions = answer("", group("Circle"), group("Table")).path("questions");

        assertThat(questions).hasSizeBetween(1, 3);
        assertThat(questions.toString()).doesNotContain("identity");
    }

    @Test
    void aConfidentialPlaceHasNoDistanceAndNoAddress() {
        ObjectNode shelter = group("Shelter");
        shelter.withArray("features").add("confidential_location");

        JsonNode resource = answer("", shelter).path("results").get(0).path("resource");

        assertThat(resource.path("address_shown").asBoolean()).isFalse();
        assertThat(resource.has("distance_km")).isFalse();
        assertThat(resource.has("address")).isFalse();
    }

    private static ObjectNode group(String name) {
        ObjectNode view = Resources.good(name);
        view.withArray("needs").add("grief");
        view.withArray("support_types").add("emotional");
        view.withArray("formats").add("in_person");
        return view;
    }

    private static JsonNode answer(String more, ObjectNode... views) {
        List<ObjectNode> documents =
                Stream.of(views).map(view -> Resources.document(view, LAT, LON)).toList();
        String needs = more.contains("'needs'") ? "" : "'needs':[{'code':'grief','priority':3}],";
        String body = "{'now':'2026-11-22T18:00:00Z','age':40,'location':{'country':'US','lat':39.29,'lon':-76.61},"
                + needs
                + (more.isEmpty() ? "'k':10" : more)
                + "}";
        try {
            return new LocalMatching(documents).answer(LocalMatching.JSON.readTree(body.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String name(JsonNode result) {
        return result.path("resource").path("name").asText();
    }

    private static List<String> codes(JsonNode result) {
        List<String> codes = new ArrayList<>();
        result.path("reasons").forEach(reason -> codes.add(reason.path("code").asText()));
        return codes;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
