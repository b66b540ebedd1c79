package org.kith.directory.imports.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgesTest {

    @ParameterizedTest(name = "\"{0}\" is for people of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Adults 18 and older. | 18 and older",
                "Ages 18 and up. | 18 and older",
                "Persons age13 and older. | 13 and older",
                "Persons, ages 55 or older | 55 and older",
                "Seniors 60+ | 60 and older",
                "Must be 18 years of age or older to volunteer. | 18 and older",
                "Ages 16-24, who have been out of school | 16 to 24",
                "Persons ages 18-65, with a mental illness | 18 to 65",
                "Children ages 0 to 6 | 0 to 6",
                "Youth under 18. | up to 17",
                "Minimum age 16. | 16 and older"
            })
    void readsWhatIsCertain(String text, String ages) {
        assertThat(Objects.requireNonNull(Ages.read(text)).spoken()).isEqualTo(ages);
    }

    @ParameterizedTest(name = "\"{0}\" is left as it is")
    @ValueSource(
            strings = {
                "Open to anyone.",
                "Open to anyone. Screening is for women, ages 40-64.",
                "Primarily children ages 0-6 and pregnant women.",
                "Children in need, and adults 18 and older",
                "Children, ages 2-5 years. Ages 6-12, for before and after school",
                "Persons, ages 55 or older, and their spouse of any age.",
                "Must be pregnant or postpartum with a child up to 6 months of age.",
                "Income requirements of 150% below the poverty level.",
                "18 or older, 21 to become a center director.",
                "Clients must have been clean for 90 days",
                "At least 28 days inpatient.",
                "Youth, under 18, and their families with a parent in recovery.",
                "Seniors 60 and older or people with disabilities",
                "Children under 2 get in free; everybody else ages 18 and older"
            })
    void leavesWhatIsNot(String text) {
        assertThat(Ages.read(text)).isNull();
    }
}
