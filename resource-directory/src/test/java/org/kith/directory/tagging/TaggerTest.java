package org.kith.directory.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggerTest {
    private final Tagger tagger = RuleBook.standard().tagger();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Operates a food pantry for residents in need. | need/food",
                "Support group for bereaved parents. | need/grief",
                "AA and NA meetings, open to anyone in recovery. | need/substance_use",
                "Offers legal aid to tenants. | need/legal",
                "Emergency shelter for up to 30 days. | need/housing_safety",
                "OVERVIEW: Help for all. 2) FOOD PANTRY: Open on Tuesdays. | need/food",
                "Operates a soup kitchen, not only for the homeless. | need/food",
                "Offers hot meals at no cost. | need/food",
            })
    void findsWhatATextOffers(String description, String code) {
        assertThat(codes(described(description))).contains(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "This is not a support group. | need/peer_connection",
                "We repair radios and replace AA batteries, and NA if none fits. | need/substance_use",
                "Does not provide housing assistance, food pantry or clothing. | need/food",
                "Makes referrals to food pantries and shelters. | need/food",
                "Classes in pottery. VOLUNTEERS: Needed for our food pantry. | need/food",
                "Classes in pottery. 2) FOOD PANTRY: See separate listing. | need/food",
                "The food pantry is not available this year. | need/food",
                "Job training. Must be free of substance abuse. | need/substance_use",
                "Provides information re: support groups and respite. | need/peer_connection",
                "Offers home care, including shopping and meal preparation. | need/food",
                "Educates citizens about civil rights violations. | need/advocacy",
                "A pantry with infant formula. | audience/children",
                "Investigates discrimination by race, sex or mental disability. | audience/people_with_mental_illness",
                "Trains speakers and perpetrators of domestic violence. | audience/survivors_dv",
            })
    void isNotTakenInByWhatATextDoesNotOffer(String description, String code) {
        assertThat(codes(described(description))).doesNotContain(code);
    }

    @Test
    void readsWhomAServiceIsForFromItsEligibility() {
        assertThat(codes(wording("Circle", "Meets on Mondays.", "Women, ages 60 and older.")))
                .contains("audience/women", "audience/older_adults")
                .doesNotContain("audience/men");
        assertThat(codes(wording("Circle", "Meets on Mondays.", "Women with children under 12.")))
                .doesNotContain("audience/children");
        assertThat(codes(wording("Circle", "Meets on Mondays.", "Ages 13-17.")))
                .contains("audience/teens")
                .doesNotContain("audience/children");
        assertThat(codes(wording("Circle", "Meets on Mondays.", "Ages 16-24.")))
                .contains("audience/teens", "audience/young_adults");
        assertThat(codes(wording("Circle", "Meets on Mondays.", "Ages 11-21.")))
                .contains("audience/teens", "audience/young_adults")
                .doesNotContain("audience/children");
        assertThat(codes(wording("Cover", "Pays doctors.", "Up to age 19.")))
                .contains("audience/children", "audience/teens");
        assertThat(codes(wording("Lodge", "Offers rooms.", "Patients treated at least 3-5 times a week.")))
                .doesNotContain("audience/children");
        assertThat(codes(wording("Circle", "Meets on Mondays.", "Anyone who has lost a child.")))
                .doesNotContain("audience/children");
        assertThat(codes(wording("Circle", "Meets on Mondays.", "School aged children.")))
                .doesNotContain("audience/older_adults");
    }

    @Test
    void neverTakesALineForACrisisForAnInformationLine() {
        Set<String> codes =
                codes(wording("County Suicide Hotline", "A crisis hotline, a helpline by telephone.", null));
        assertThat(codes).noneMatch(code -> code.startsWith("kind/"));
    }

    @Test
    void setsOneKindAtMostAndNoneWhereTwoFitAsWell() {
        List<Inference> kinds =
                tagger
                        .infer(wording("Harbor", "Provides a food pantry. Provides outpatient counseling.", null))
                        .stream()
                        .filter(i -> i.taxonomy().equals("kith:kind"))
                        .toList();
        assertThat(kinds).isEmpty();
    }

    @Test
    void saysWhichRuleAndWhichWords() {
        Inference grief = tagger.infer(described("Offers a weekly support group for bereaved parents.")).stream()
                .filter(i -> i.code().equals("grief"))
                .findFirst()
                .orElseThrow();
        assertThat(grief.rule()).isEqualTo("need/grief/bereavement");
        assertThat(grief.field()).isEqualTo(WordField.LEAD);
        assertThat(grief.fragment()).isEqualTo("Offers a weekly support group for bereaved parents.");
    }

    @Test
    void translatesTermsOfOtherTaxonomies() {
        Wording.Term pantry = new Wording.Term("open-eligibility", "102-04", "Food Pantry");
        Wording.Term code = new Wording.Term("211", "RX-8450.1150", null);
        List<Inference> inferred =
                tagger.infer(new Wording("Harbor", null, null, null, null, null, null, List.of(pantry, code)));
        assertThat(inferred)
                .anySatisfy(i -> {
                    assertThat(i.code()).isEqualTo("food");
                    assertThat(i.field()).isEqualTo(WordField.TERM);
                })
                .anySatisfy(i -> {
                    assertThat(i.code()).isEqualTo("people_with_addiction");
                    assertThat(i.rule()).isEqualTo("crosswalk/211");
                });
    }

    @Test
    void survivesWhateverPeopleWrite() {
        for (String text :
                List.of("", " ", ":", "A:", "::::", "((((", "A".repeat(100_000), "FOOD: ".repeat(10_000), "\uD83D")) {
            assertThat(tagger.infer(wording(text, text, text))).isNotNull();
        }
    }

    @Test
    void readsWithTheSameResultInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(codes(described("1) FOOD DISTRIBUTION: HIV CLINIC."))).contains("need/food");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Wording described(String description) {
        return wording("Harbor", description, null);
    }

    private static Wording wording(String name, String description, @Nullable String eligibility) {
        return new Wording(name, null, description, eligibility, null, null, null, List.of());
    }

    private Set<String> codes(Wording wording) {
        return tagger.infer(wording).stream()
                .map(i -> i.taxonomy().substring("kith:".length()) + "/" + i.code())
                .collect(Collectors.toSet());
    }
}
