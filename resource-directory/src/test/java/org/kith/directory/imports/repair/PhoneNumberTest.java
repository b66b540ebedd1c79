package org.kith.directory.imports.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {
    private final Findings findings = new Findings();

    @ParameterizedTest(name = "\"{0}\" is dialled as {1}, extension {2}, because of {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "(443) 910-2640          | (443) 910-2640 | -     | -",
                "443-910-2640            | 443-910-2640   | -     | -",
                "+44 1234 234567         | +44 1234 234567| -     | -",
                "988                     | 988            | -     | -",
                "741741                  | 741741         | -     | -",
                "(800) 370-LEAD          | (800) 370-5323 | -     | phone-letters",
                "(877) NAA-CP98          | (877) 622-2798 | -     | phone-letters",
                "1-800-AGE-DIAL          | (800) 243-3425 | -     | phone-letters",
                "410-555-0101 x574       | 410-555-0101   | 574   | phone-extension",
                "410-555-0101x574        | 410-555-0101   | 574   | phone-extension",
                "410-555-0101 ext. 12    | 410-555-0101   | 12    | phone-extension",
                "410-555-0101, Ext 12    | 410-555-0101   | 12    | phone-extension",
                "(410) 555-0101 (ext 3)  | (410) 555-0101 | 3     | phone-extension",
                "(311)    -              | 311            | -     | phone-short-code",
                "(   ) 911-              | 911            | -     | phone-short-code",
                "(3  )    -              | (3  )    -     | -     | phone-incomplete"
            })
    void reads(String written, String number, Integer extension, String code) {
        PhoneNumber phone = Objects.requireNonNull(PhoneNumber.read(written, "number", findings));
        assertThat(phone.number()).isEqualTo(number);
        assertThat(phone.extension()).isEqualTo(extension);
        if (code == null) {
            assertThat(findings.isEmpty()).isTrue();
        } else {
            assertThat(findings.problems()).extracting(Problem::code).contains(code);
        }
    }

    @ParameterizedTest(name = "\"{0}\" has nothing to dial")
    @CsvSource(
            quoteCharacter = '"',
            value = {"(   ) -  -", "none", "n/a", "see website"})
    void findsNothingToDial(String written) {
        assertThat(PhoneNumber.read(written, "number", findings)).isNull();
    }

    @Test
    void anExtensionAloneStaysWithoutANumber() {
        PhoneNumber phone = Objects.requireNonNull(PhoneNumber.read("x57471", "number", findings));
        assertThat(phone.number()).isEmpty();
        assertThat(phone.extension()).isEqualTo(57471);
    }

    @Test
    void keepsTheWordsOfAVanityNumberAsANote() {
        PhoneNumber phone = Objects.requireNonNull(PhoneNumber.read("(800) 370-LEAD", "number", findings));
        assertThat(phone.note()).isEqualTo("(800) 370-LEAD");
    }

    @Test
    void takesTwoNumbersApart() {
        PhoneNumber phone =
                Objects.requireNonNull(PhoneNumber.read("410-555-0101 or 410-555-0102", "number", findings));
        assertThat(phone.number()).isEqualTo("410-555-0101");
        assertThat(phone.others()).containsExactly("410-555-0102");
    }

    @Test
    void hearsATeletypeInTheNumber() {
        PhoneNumber phone = Objects.requireNonNull(PhoneNumber.read("410-555-0101 (TTY)", "number", findings));
        assertThat(phone.type()).isEqualTo("textphone");
        assertThat(phone.number()).isEqualTo("410-555-0101");
    }
}
