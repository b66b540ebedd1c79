package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.search.index.Fixture.listing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSearchTest {
    private final Fixture directory = new Fixture()
            .with(
                    listing("Tuesday Grief Circle")
                            .by("Hope Center")
                            .says("Sit with others who understand. Come late, leave early.")
                            .code("kind", "support_group")
                            .code("need", "grief"),
                    listing("Griffin Street Group Home").by("Griffin House").says("A group home for adults."),
                    listing("Al-Anon Family Groups")
                            .by("Al-Anon of Fallowmere")
                            .says("For those whose lives are touched by somebody else's drinking."),
                    listing("Narcotics Anonymous")
                            .by("Free State Region")
                            .says("A fellowship of people for whom drugs had become a major problem."),
                    listing("Alcoholics Anonymous")
                            .by("Fallowmere Intergroup")
                            .says("The desire to stop drinking is all it takes.")
                            .code("need", "substance_use", "relapse_prevention"),
                    listing("Battery exchange").by("City works").says("Brings AA and AAA batteries to their end."),
                    listing("Second Chapter")
                            .by("Harbor House")
                            .says("Meetings for people in recovery from alcohol and drugs.")
                            .code("need", "relapse_prevention"),
                    listing("Larkspur Food Pantry").by("St. Anne's Church").says("Groceries on Fridays."),
                    listing("Harbor Legal Clinic").by("Harbor House").says("Lawyers who help tenants in court."),
                    listing("Counseling for couples")
                            .by("Hope Center")
                            .says("Talk with a counselor. This is not a support group for grief."),
                    listing("Ride along").by("Wheels").says("Volunteers drive elders to the doctor."));

    @ParameterizedTest
    @CsvSource({
        "greif group, Tuesday Grief Circle",
        "greif, Tuesday Grief Circle",
        "grieving, Tuesday Grief Circle",
        "alanon, Al-Anon Family Groups",
        "al anon, Al-Anon Family Groups",
        "Al-Anon, Al-Anon Family Groups",
        "narcotics anonimous, Narcotics Anonymous",
        "narcotic anonymous, Narcotics Anonymous",
        "AA, Alcoholics Anonymous",
        "A.A., Alcoholics Anonymous",
        "aa meetings, Alcoholics Anonymous",
        "food bank, Larkspur Food Pantry",
        "foodpantry, Larkspur Food Pantry",
        "atorney, Harbor Legal Clinic",
        "tenant lawyer, Harbor Legal Clinic",
        "councelling, Counseling for couples",
        "hope center, Tuesday Grief Circle",
        "i need help with my grief please, Tuesday Grief Circle",
    })
    void findsFirst(String words, String expected) {
        if (words.equals("hope center")) {
            assertThat(directory.find(words))
                    .contains(expected, "Counseling for couples")
                    .hasSize(2);
        } else {
            assertThat(directory.find(words)).first().isEqualTo(expected);
        }
    }

    @Test
    void sobrietyFindsRecovery() {
        assertThat(directory.find("sober")).contains("Second Chapter", "Alcoholics Anonymous");
    }

    @Test
    void aNameBeatsADescription() {
        assertThat(directory.find("grief")).containsExactly("Tuesday Grief Circle", "Counseling for couples");
    }

    @Test
    void theWholeNameBeatsPartsOfIt() {
        directory.with(listing("Anonymous tips about narcotics dealers")
                .says("Anonymous narcotics tips. Anonymous narcotics."));
        assertThat(directory.find("narcotics anonymous")).first().isEqualTo("Narcotics Anonymous");
    }

    @Test
    void aPhraseInQuotationMarksIsFoundAsItStands() {
        assertThat(directory.find("\"family groups\"")).containsExactly("Al-Anon Family Groups");
        assertThat(directory.find("\"groups family\"")).isEmpty();
    }

    @Test
    void whatHoldsAllWordsComesBeforeWhatHoldsSome() {
        Page page = directory.ask("grief circle", q -> {});
        assertThat(Fixture.names(page)).containsExactly("Tuesday Grief Circle", "Counseling for couples");
        assertThat(page.hits().getLast().why())
                .as("says only what it holds")
                .containsExactly(new Reason("description", "grief"));
    }

    @Test
    void whatHoldsSomeWordsStaysAwayWhereEnoughHoldAll() {
        for (int i = 0; i < 10; i++) {
            directory.with(listing("Harbor choir " + i));
        }
        directory.with(listing("Harbor of refuge"), listing("Choir of Larkspur"));
        assertThat(directory.find("harbor choir")).hasSize(10).allMatch(name -> name.startsWith("Harbor choir"));
    }

    @ParameterizedTest
    @CsvSource({"food pantry, name, food pantry,,", "larkspur pantries, name, pantries,,"})
    void aWordAsTypedNeedsNoExplanation(String words, String field, String match, String typed, String by) {
        assertThat(directory.ask(words, q -> {}).hits().getFirst().why()).contains(new Reason(field, match, typed, by));
    }

    @Test
    void aSynonymSaysWhatItStandsFor() {
        assertThat(directory.ask("food bank", q -> {}).hits().getFirst().why())
                .containsExactly(new Reason("name", "food pantry", "food bank", "synonym"));
    }

    @Test
    void aKnownPhraseIsOnlyWhereItsWordsStandTogether() {
        directory.with(listing("Pantry shelves").says("We build pantry shelves. Dog food is sold next door."));
        assertThat(directory.ask("food pantry", q -> {}).hits())
                .filteredOn(hit -> hit.id().equals(Fixture.id("Pantry shelves")))
                .allSatisfy(hit ->
                        assertThat(hit.why()).allMatch(why -> !why.match().equals("food bank")));
        assertThat(directory.find("food pantry")).first().isEqualTo("Larkspur Food Pantry");
    }

    @Test
    void wordsThatNobodyUsesDoNotEmptyTheAnswer() {
        assertThat(directory.find("xylophonists grief")).first().isEqualTo("Tuesday Grief Circle");
    }

    @Test
    void nothingIsFoundWhereNothingFits() {
        assertThat(directory.find("xylophonists")).isEmpty();
        assertThat(directory.find("the")).isEmpty();
        assertThat(directory.find("???")).isEmpty();
    }

    @Test
    void eachHitSaysWhy() {
        Page page = directory.ask("greif drinking", q -> {});
        assertThat(directory.ask("greif", q -> {}).hits().getFirst().why())
                .containsExactly(new Reason("name", "grief", "greif", "spelling"));
        assertThat(directory.ask("sober", q -> {}).hits())
                .allSatisfy(hit -> assertThat(hit.why()).isNotEmpty());
        assertThat(page.hits()).allSatisfy(hit -> assertThat(hit.why()).isNotEmpty());
    }

    @Test
    void aCodeIsAReasonByItsLabel() {
        directory.with(listing("Harbor evenings").says("Tea and company.").code("need", "bipolar"));
        assertThat(directory.ask("manic depression", q -> {}).hits())
                .filteredOn(hit ->
                        hit.why().contains(new Reason("need", "Bipolar disorder", "manic depression", "synonym")))
                .hasSize(1);
    }

    @Test
    void scoresLieBetweenNoughtAndOneAndFall() {
        Page page = directory.ask("group", q -> {});
        assertThat(page.hits()).first().extracting(Hit::score).isEqualTo(1.0);
        assertThat(page.hits()).extracting(Hit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(page.hits()).extracting(Hit::score).allMatch(score -> score > 0 && score <= 1);
    }

    @Test
    void whatIsWithdrawnIsGone() {
        assertThat(directory.without("Tuesday Grief Circle").find("grief circle tuesday"))
                .doesNotContain("Tuesday Grief Circle");
    }

    @Test
    void whatChangesIsFoundAsItIsNow() {
        directory.with(listing("Ride along").says("Now a choir."));
        assertThat(directory.find("choir")).containsExactly("Ride along");
        assertThat(directory.find("elders")).isEmpty();
    }

    @Test
    void whatIsClosedOrMustNeverBeShownIsNotFound() {
        directory.with(
                listing("Closed choir").but(l -> l.status = "defunct"),
                listing("Cruel choir").code("flag", "conversion_practice"));
        assertThat(directory.find("choir")).isEmpty();
    }
}
