package org.kith.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.standard();

    @Test
    void knowsCodesAndTheirLabels() {
        assertThat(vocabulary.codes("capacity")).containsExactly("open", "waitlist", "full", "unknown");
        assertThat(vocabulary.has("need", "grief")).isTrue();
        assertThat(vocabulary.has("need", "sorrow")).isFalse();
        assertThat(vocabulary.label("need", "grief")).isEqualTo("Grief and loss");
        assertThat(vocabulary.label("tie_role", "faith_community")).isEqualTo("faith community");
        assertThat(vocabulary.lists())
                .contains("barrier", "topic", "interpreter")
                .doesNotContain("identity_axis");
    }

    @Test
    void refusesAListOrACodeThatDoesNotExist() {
        assertThatThrownBy(() -> vocabulary.codes("needs")).hasMessageContaining("No list needs");
        assertThatThrownBy(() -> vocabulary.label("need", "sorrow")).hasMessageContaining("No code sorrow");
    }

    @Test
    void everyListOfAListingExistsAndIsNamedByItsTaxonomy() {
        for (String list : vocabulary.listingLists()) {
            assertThat(vocabulary.lists()).contains(list);
            assertThat(vocabulary.listOf(vocabulary.taxonomy(list))).contains(list);
        }
        assertThat(vocabulary.taxonomy("support_type")).isEqualTo("kith:support-type");
        assertThat(vocabulary.listOf("kith:support_type")).isEmpty();
        assertThat(vocabulary.listOf("kith:barrier")).as("belongs to a request").isEmpty();
    }

    @Test
    void makesTheSameIdsEverywhere() {
        assertThat(NamedIds.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .as("the test vector of RFC 9562")
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
        assertThat(vocabulary.taxonomyId("kind")).isEqualTo(NamedIds.of("kith:kind"));
        assertThat(vocabulary.termId("group_size", "small")).isEqualTo(NamedIds.of("kith:group-size:small"));
    }

    @Test
    void knowsWhichListsAreSingleValued() {
        assertThat(vocabulary.isSingleValued("kind")).isTrue();
        assertThat(vocabulary.isSingleValued("need")).isFalse();
    }

    @Test
    void takesAnyWellFormedTopic() {
        assertThat(vocabulary.isOpen("topic")).isTrue();
        assertThat(vocabulary.has("topic", "model_trains_2")).isTrue();
        assertThat(vocabulary.has("topic", "Model trains")).isFalse();
        assertThat(vocabulary.has("topic", "trailing_")).isFalse();
        assertThat(vocabulary.label("topic", "model_trains")).isEqualTo("Model trains");
    }

    @Test
    void climbsFromATraditionToWhatIsBroader() {
        assertThat(vocabulary.traditionChain("baptist")).containsExactly("baptist", "protestant", "christian");
        assertThat(vocabulary.isWithin("baptist", "christian")).isTrue();
        assertThat(vocabulary.isWithin("christian", "baptist")).isFalse();
        assertThat(vocabulary.isWithin("islam", "islam")).isTrue();
    }

    @Test
    void knowsTheIdentityAxes() {
        assertThat(vocabulary.hasIdentity("gender", "woman")).isTrue();
        assertThat(vocabulary.hasIdentity("faith", "quaker")).isFalse();
        assertThat(vocabulary.hasIdentity("faith", "baptist")).isTrue();
        assertThat(vocabulary.hasIdentity("language_community", "es-MX")).isTrue();
        assertThat(vocabulary.hasIdentity("language_community", "not a language"))
                .isFalse();
        assertThatThrownBy(() -> vocabulary.hasIdentity("shoe_size", "42")).hasMessageContaining("shoe_size");
    }

    /** Every code that the rules and the broader chain name is one of its list. */
    @Test
    void namesOnlyCodesThatExist() {
        for (String axis : vocabulary.identityAxes()) {
            for (String code : vocabulary.identityCodes(axis)) {
                assertThat(vocabulary.codes("audience"))
                        .containsAll(vocabulary.audiences(List.of(new IdentityFactor(axis, code))));
            }
        }
        for (String tradition : vocabulary.codes("faith_tradition")) {
            assertThat(vocabulary.codes("faith_tradition")).containsAll(vocabulary.traditionChain(tradition));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sexual_orientation:gay, lgbtq",
        "gender_identity:trans_man, lgbtq trans",
        "sexual_orientation:gay+age_group:teen, lgbtq teens lgbtq_youth",
        "age_group:teen, teens",
        "race_ethnicity:chinese, chinese asian",
        "language_community:es-MX, spanish_speaking",
        "language_community:eu, ''",
        "race_ethnicity:white, ''",
    })
    void statedFactorsBelongToAudiences(String stated, String audiences) {
        List<IdentityFactor> factors = Arrays.stream(stated.split("\\+"))
                .map(factor -> factor.split(":"))
                .map(factor -> new IdentityFactor(factor[0], factor[1]))
                .toList();
        assertThat(String.join(" ", vocabulary.audiences(factors))).isEqualTo(audiences);
    }

    @ParameterizedTest
    @CsvSource({
        "need, greif, grief",
        "need, depresion, depression",
        "need, Substance Use, substance_use",
        "kind, support-group, support_group",
        "format, inperson, in_person",
        "feature, confidental, confidential",
    })
    void namesTheNearestCodeFirst(String list, String written, String meant) {
        assertThat(vocabulary.nearest(list, written))
                .hasSizeLessThanOrEqualTo(3)
                .startsWith(meant);
    }

    @Test
    void namesNothingWhereNothingIsNear() {
        assertThat(vocabulary.nearest("need", "zzzzzzzz")).isEmpty();
        assertThat(vocabulary.nearest("need", " ")).isEmpty();
        assertThat(vocabulary.nearestIdentity("gender", "women")).startsWith("woman");
    }
}
