package org.kith.directory.imports.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairsTest {
    private final Findings findings = new Findings();

    @ParameterizedTest(name = "the address \"{0}\" leads to {1} ({2})")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "https://example.org/a?b=c#d | https://example.org/a?b=c#d | -",
                "http://EXAMPLE.org | http://EXAMPLE.org | -",
                "www.example.org | http://www.example.org | url-without-scheme",
                "example.org/path | http://example.org/path | url-without-scheme",
                "http:/example.org | http://example.org | url-repaired",
                "htttp://example.org | http://example.org | url-repaired",
                "http//example.org | http://example.org | url-repaired",
                "http://http://example.org | http://example.org | url-repaired",
                "http://example.org/a b | http://example.org/a%20b | url-repaired",
                "www.a.org; www.b.org | http://www.a.org | several-urls",
                "none | - | not-a-url",
                "info@example.org | - | not-a-url",
                "javascript:alert(1) | - | not-a-url"
            })
    void webAddresses(String written, String url, String code) {
        assertThat(Urls.read(written, "url", findings)).isEqualTo(url);
        assertFound(code);
    }

    @ParameterizedTest(name = "mail to \"{0}\" goes to {1} ({2})")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a.b@example.org | a.b@example.org | -",
                "a @example.org | a@example.org | email-repaired",
                "mailto:a@example.org | a@example.org | email-repaired",
                "a@example.org. | a@example.org | email-repaired",
                "a@example.org; b@example.org | a@example.org | several-emails",
                "Ann <ann@example.org> | ann@example.org | email-repaired",
                "see website | - | not-an-email",
                "office@circle.example | office@circle.example | -",
                "jane@umd.ed | - | not-an-email",
                "a@localhost | - | not-an-email"
            })
    void mailAddresses(String written, String email, String code) {
        assertThat(Emails.read(written, "email", findings)).isEqualTo(email);
        assertFound(code);
    }

    @ParameterizedTest(name = "the day \"{0}\" is {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2020-02-29, 2020-02-29",
                "2020-02-29T10:00:00Z, 2020-02-29",
                "20200229, 2020-02-29",
                "12/31/2020, 2020-12-31",
                "31/12/2020, 2020-12-31",
                "2020/3/4, 2020-03-04",
                "4 March 2020, 2020-03-04",
                "04-Mar-2020, 2020-03-04",
                "'March 4th, 2020', 2020-03-04",
                "'Sept. 4, 2020', 2020-09-04",
                "31 June 2020, -",
                "3/4/2020, -",
                "2021-02-29, -",
                "soon, -"
            })
    void days(String written, String day) {
        assertThat(Dates.readDay(written)).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}, {1} is the place {2} ({3})")
    @CsvSource(
            nullValues = "-",
            value = {
                "39.3, -76.6, 39.3/-76.6, -",
                "-76.6, 39.3, 39.3/-76.6, coordinates-swapped",
                "-33.9, 151.2, -33.9/151.2, -",
                "139.3, 76.6, 76.6/139.3, coordinates-swapped",
                "0, 0, -, coordinates-zero",
                "100, 101, -, coordinates-out-of-range",
                "39.3, '', -, coordinates-unreadable",
                "north, west, -, coordinates-unreadable",
                "'', '', -, -"
            })
    void places(String latitude, String longitude, String place, String code) {
        Coordinates point = Coordinates.read(latitude, longitude, findings);
        assertThat(point == null ? null : point.latitude() + "/" + point.longitude())
                .isEqualTo(place);
        assertFound(code);
    }

    @Test
    void textLosesItsMarkupAndNothingElse() {
        assertThat(Texts.clean("<p>Bread &amp; soup,<br>for <b>all</b></p><script>x()</script>", "d", findings))
                .isEqualTo("Bread & soup,\nfor all");
        assertFound("html");
    }

    @Test
    void textKeepsWhatOnlyLooksLikeMarkup() {
        String text = "Income < 200% and children > 3; AT&T; a <name> of your own";
        assertThat(Texts.clean(text, "d", findings)).isEqualTo(text);
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void writtenOutLineBreaksBecomeLineBreaks() {
        assertThat(Texts.clean("One\\nTwo\\r\\nThree", "d", findings)).isEqualTo("One\nTwo\nThree");
        assertFound("literal-newline");
    }

    @Test
    void textThatWasEncodedTwiceIsReadBack() {
        assertThat(Texts.clean("MenÂ’s cafÃ©", "d", findings)).contains("café");
        assertFound("mojibake");
    }

    @Test
    void charactersThatCannotBeShownAreTakenOut() {
        assertThat(Texts.clean("a\u0000b\uD800c", "d", findings))
                .startsWith("ab")
                .doesNotContain("\u0000");
        assertFound("control-character");
    }

    @Test
    void aFormulaIsOnlyText() {
        assertThat(Texts.clean("=HYPERLINK(\"http://evil.example\")", "d", findings))
                .isEqualTo("=HYPERLINK(\"http://evil.example\")");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void listsOfLanguagesAreReadAndProseIsNot() {
        assertThat(Languages.readList("Spanish, ASL.")).isEqualTo(Map.of("es", "Spanish", "ase", "ASL"));
        assertThat(Languages.readList("Spanish and Korean.")).containsOnlyKeys("es", "ko");
        assertThat(Languages.readList("Accommodations possible.")).isNull();
    }

    @Test
    void aProblemQuotesOnlyTheBeginningOfALongText() {
        findings.add("description", "html", "m", "x".repeat(10_000), null);
        assertThat(findings.problems().getFirst().original()).hasSizeLessThan(600);
    }

    private void assertFound(String code) {
        if (code == null) {
            assertThat(findings.isEmpty()).isTrue();
        } else {
            assertThat(findings.problems()).extracting(Problem::code).contains(code);
        }
    }
}
