package org.kith.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.web.FieldError;

class RequestCheckTest {

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'needs':[{'code':'anxeity'}]; /needs/0/code; unknown-code; anxiety",
                "'needs':[{'code':'grief','priority':4}]; /needs/0/priority; out-of-range;",
                "'needs':[{'code':'grief','urgency':'now'}]; /needs/0/urgency; unknown-code; urgent",
                "'needs':[]; /needs; required;",
                "'k':0,'needs':[{'code':'grief'}]; /k; out-of-range;",
                "'needs':[{'code':'grief'}],'support_wanted':{'emotional':4}; /support_wanted/emotional; out-of-range;",
                "'needs':[{'code':'grief'}],'support_wanted':{'love':1}; /support_wanted; unknown-code;",
                "'needs':[{'code':'grief'}],'location':{'lat':91,'lon':0}; /location/lat; out-of-range;",
                "'needs':[{'code':'grief'}],'location':{'lat':9}; /location/lon; required;",
                "'needs':[{'code':'grief'}],'location':{'country':'usa'}; /location/country; wrong-form;",
                "'needs':[{'code':'grief'}],'avoid':['kind:clubs']; /avoid/0; unknown-code; kind:club",
                "'needs':[{'code':'grief'}],'avoid':['faithbased']; /avoid/0; unknown-code; faith_based",
                "'needs':[{'code':'grief'}],'avoid':['org:hope']; /avoid/0; wrong-form;",
                "'needs':[{'code':'grief'}],'identity':[{'axis':'star','code':'leo'}]; /identity/0/axis; unknown-code; role",
                "'needs':[{'code':'grief'}],'identity':[{'axis':'role','code':'studnt'}]; /identity/0/code; unknown-code; student",
                "'needs':[{'code':'grief'}],'network':[{'role':'freind'}]; /network/0/role; unknown-code; friend",
                "'needs':[{'code':'grief'}],'languages':[{'tag':'?'}]; /languages/0/tag; wrong-form;",
                "'needs':[{'code':'grief'}],'age_band':'17-13'; /age_band; wrong-form;",
                "'needs':[{'code':'grief'}],'tried':[{'resource_id':'x','outcome':'full'}]; /tried/0/resource_id; wrong-form;"
            })
    void namesTheFieldAndTheNearestCodes(String body, String pointer, String code, String nearest)
            throws JsonProcessingException {
        List<FieldError> problems = problems(body);

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().pointer()).isEqualTo(pointer);
        assertThat(problems.getFirst().code()).isEqualTo(code);
        if (nearest != null) {
            assertThat(problems.getFirst().nearest()).contains(nearest);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "faith_based",
                "faith_based:baptist",
                "religious_content",
                "twelve_step",
                "not_lgbtq_affirming",
                "activity:touch",
                "audience:veterans",
                "audience:small_local_community",
                "kind:professional_service",
                "requires:photo_id",
                "org:6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10",
                "resource:6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10"
            })
    void takesEveryFormOfAvoid(String expression) throws JsonProcessingException {
        assertThat(problems("'needs':[{'code':'grief'}],'avoid':['%s'],'prefer_not':['%s']"
                        .formatted(expression, expression)))
                .isEmpty();
    }

    @Test
    void boundsEveryList() throws JsonProcessingException {
        String needs = "{'code':'grief'},".repeat(21);

        assertThat(problems("'needs':[%s]".formatted(needs.substring(0, needs.length() - 1))))
                .extracting(FieldError::code)
                .containsExactly("too-many");
    }

    private static List<FieldError> problems(String body) throws JsonProcessingException {
        return RequestCheck.problems(
                LocalMatching.JSON.readValue("{" + body.replace('\'', '"') + "}", MatchRequest.class));
    }
}
