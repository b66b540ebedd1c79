package org.kith.directory.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.contracts.Vocabulary;

class RuleBookTest {
    @Test
    void noRuleSpeaksForACodeThatOnlyPeopleMaySet() {
        for (Goal goal : RuleBook.standard().tagger().goals()) {
            for (Rule rule : goal.rules()) {
                assertThat(NeverInferred.includes(goal.list(), rule.code())
                                && !rule.code().equals(Goal.NONE))
                        .as(rule.id())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind/crisis_line",
                "need/suicidal_thoughts",
                "need/self_harm",
                "need/overdose",
                "need/violence_now",
                "feature/confidential",
                "feature/confidential_location",
                "feature/anonymous_ok",
                "feature/trauma_informed",
                "feature/moderated",
            })
    void safetyCodesAreNeverInferred(String code) {
        String[] parts = code.split("/", -1);
        assertThat(NeverInferred.includes(parts[0], parts[1])).isTrue();
        assertThatThrownBy(() -> book(parts[0], rule(parts[1], "\"any\": [\"x\"]")))
                .hasMessageContaining("only people say");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag",
                "lgbtq_affirming",
                "requires",
                "religious_content",
                "faith_tradition",
                "gender_open",
                "audience_mode",
                "capacity",
                "approach",
            })
    void wholeListsAreNeverInferred(String list) {
        assertThat(Vocabulary.standard().listingLists()).contains(list);
        for (String code : Vocabulary.standard().codes(list)) {
            assertThat(NeverInferred.includes(list, code)).isTrue();
        }
    }

    @Test
    void theEngineHoldsItWhateverTheRulesSay() {
        PhraseTree tree = new PhraseTree();
        Goal goal = new Goal("kind", "kith:kind", true, 1, 1, List.of(everywhere("crisis_line", tree)));
        tree.settle();
        Contexts none = Contexts.read(new ObjectMapper().createObjectNode(), tree);
        Tagger tagger = new Tagger(tree, none, List.of(goal), Crosswalk.read(null));
        Wording text = new Wording("Crisis line", null, null, null, null, null, null, List.of());
        assertThat(tagger.infer(text)).isEmpty();
        Goal harmless = new Goal("kind", "kith:kind", true, 1, 1, List.of(everywhere("helpline", tree)));
        assertThat(new Tagger(tree, none, List.of(harmless), Crosswalk.read(null)).infer(text))
                .hasSize(1);
    }

    private static Rule everywhere(String code, PhraseTree tree) {
        java.util.BitSet any = new java.util.BitSet();
        any.set(tree.add("crisis"));
        java.util.BitSet no = new java.util.BitSet();
        double[] points = new double[WordField.values().length];
        java.util.Arrays.fill(points, 10);
        return new Rule(
                "kind/" + code + "/test", "kith:kind", code, any, points, no, no, no, no, no, no, no, no, 8, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gref  | \"any\": [\"x\"]                  | no such code",
                "grief | \"any\": []                       | needs phrases",
                "grief | \"any\": [\"x\"], \"unles\": []   | means nothing",
                "grief | \"any\": [\" \"]                  | without words",
            })
    void aRuleThatCannotBeRightIsRefused(String code, String rest, String why) {
        assertThatThrownBy(() -> book("need", rule(code, rest))).hasMessageContaining(why);
    }

    @Test
    void everyRuleHasANameOfItsOwnAndTheBookAHash() {
        RuleBook book = RuleBook.standard();
        for (Goal goal : book.tagger().goals()) {
            assertThat(goal.rules()).extracting(Rule::id).doesNotHaveDuplicates();
        }
        assertThat(book.hash()).hasSize(64);
        assertThat(book.version()).isNotEqualTo("0");
    }

    private static String rule(String code, String rest) {
        return "{\"rule\": \"test\", \"code\": \"" + code + "\", " + rest + "}";
    }

    private static RuleBook book(String list, String rule) throws IOException {
        JsonNode file = new ObjectMapper().readTree("{\"list\": \"" + list + "\", \"rules\": [" + rule + "]}");
        return RuleBook.of(Map.of("test", file), "hash");
    }
}
