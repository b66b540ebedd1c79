package org.kith.matching.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Vocabulary;

class CodesFollowTheVocabularyTest {
    private static final Map<String, Class<? extends Code>> LISTS = Map.ofEntries(
            Map.entry("kind", Kind.class),
            Map.entry("support_type", SupportType.class),
            Map.entry("need", Need.class),
            Map.entry("format", Format.class),
            Map.entry("group_size", GroupSize.class),
            Map.entry("feature", Feature.class),
            Map.entry("audience", Audience.class),
            Map.entry("audience_mode", AudienceMode.class),
            Map.entry("cost", Cost.class),
            Map.entry("gender_open", Gender.class),
            Map.entry("faith_tradition", Tradition.class),
            Map.entry("religious_content", ReligiousContent.class),
            Map.entry("lgbtq_affirming", Affirming.class),
            Map.entry("approach", Approach.class),
            Map.entry("capacity", Capacity.class),
            Map.entry("requires", Requirement.class),
            Map.entry("flag", Flag.class),
            Map.entry("barrier", Barrier.class),
            Map.entry("tie_role", TieRole.class),
            Map.entry("tie_quality", TieQuality.class));

    @Test
    void everyListHasExactlyTheCodesOfTheVocabulary() {
        LISTS.forEach((list, codes) -> assertThat(codesOf(codes))
                .as(list)
                .containsExactlyInAnyOrderElementsOf(Vocabulary.standard().codes(list)));
    }

    @Test
    void everyListFitsIntoOneLong() {
        assertThat(LISTS.values())
                .allSatisfy(codes -> assertThat(codesOf(codes)).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    void findsACodeWhateverItsCaseAndNothingForAnUnknownOne() {
        assertThat(Codes.find(Kind.class, "Support_Group")).contains(Kind.SUPPORT_GROUP);
        assertThat(Codes.find(Kind.class, "support-group")).isEmpty();
    }

    private static List<String> codesOf(Class<? extends Code> list) {
        return Stream.of(list.getEnumConstants()).map(Code::code).toList();
    }
}
