package org.kith.matching.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Vocabulary;
import org.kith.matching.eligibility.Check;

class WordingTest {
    @Test
    void bothLanguagesHaveTheSameSentences() throws IOException {
        assertThat(bundle("wording_es").keySet()).isEqualTo(bundle("wording").keySet());
    }

    @Test
    void everyCheckHasASentence() {
        for (Check check : Check.values()) {
            assertThat(Wording.english().say("check", check.name()))
                    .isNotEqualTo(Wording.english().say("check", "other"));
        }
    }

    @Test
    void speaksWhatTheReaderReadsAndEnglishOtherwise() {
        assertThat(Wording.in(List.of(Locale.FRENCH, Locale.forLanguageTag("es-MX")))
                        .say("reason", "NEAR_YOU"))
                .isEqualTo("Está cerca de usted.");
        assertThat(Wording.in(List.of(Locale.FRENCH)).say("reason", "NEAR_YOU")).isEqualTo("It is near you.");
    }

    @Test
    void namesNoDiagnosisAndNoIdentity() throws IOException {
        Vocabulary vocabulary = Vocabulary.standard();
        List<String> words = Stream.of(
                        Stream.of("anxiety", "depression", "bipolar", "ptsd", "schizophrenia", "addiction", "disorder"),
                        Stream.of("ansiedad", "depresión", "trastorno", "adicción", "disorder", "patient", "paciente"),
                        Stream.of("gay", "lesbian", "trans ", "veteran", "black", "latino", "immigrant", "muslim"),
                        vocabulary.codes("audience").stream().filter(code -> code.length() > 6))
                .flatMap(w -> w)
                .toList();
        for (String file : List.of("wording", "wording_es")) {
            bundle(file)
                    .values()
                    .forEach(sentence -> assertThat(words)
                            .noneMatch(word ->
                                    sentence.toString().toLowerCase(Locale.ROOT).contains(word)));
        }
    }

    private static Properties bundle(String name) throws IOException {
        Properties sentences = new Properties();
        try (var in = WordingTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
