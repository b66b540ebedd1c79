package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void foldsCaseAndAccents() {
        assertThat(surfaces("Línea de Crisis")).containsExactly("linea", "de", "crisis");
    }

    @Test
    void keepsTheStemOfEnglishWords() {
        assertThat(Words.stem("groups")).isEqualTo(Words.stem("group"));
        assertThat(Words.stem("counselling")).isEqualTo(Words.stem("counseling"));
    }

    @Test
    void doesNotTakeAnOrganizationForAnOrgan() {
        assertThat(Words.stem("organizations")).isNotEqualTo(Words.stem("organ"));
    }

    @Test
    void readsAHyphenatedWordInPartsAndInOne() {
        Words.Chunk chunk = Words.chunks("Al-Anon").getFirst();
        assertThat(chunk.parts()).extracting(Words.Token::surface).containsExactly("al", "anon");
        assertThat(chunk.joined()).extracting(Words.Token::surface).isEqualTo("alanon");
    }

    @Test
    void readsAnAbbreviationWithDotsAsOneWord() {
        assertThat(Words.chunks("A.A.").getFirst().joined())
                .extracting(Words.Token::surface)
                .isEqualTo("aa");
    }

    @Test
    void dropsThePossessiveButKeepsOtherApostrophesTogether() {
        assertThat(surfaces("women's O'Brien’s")).containsExactly("women", "obrien");
    }

    @Test
    void cutsIdeographsOneByOne() {
        assertThat(surfaces("中文 group")).containsExactly("中", "文", "group");
    }

    @Test
    void givesANameOneFormWhateverItsPunctuation() {
        assertThat(Words.exact("The Al-Anon Family Groups, Inc.")).isEqualTo(Words.exact("al anon family groups inc"));
    }

    private static List<String> surfaces(String text) {
        return Words.chunks(text).stream()
                .flatMap(chunk -> chunk.parts().stream())
                .map(Words.Token::surface)
                .toList();
    }
}
