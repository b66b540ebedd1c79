package org.kith.directory.imports.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest(name = "what opens at \"{0}\" opens at {1}")
    @CsvSource(
            nullValues = "nobody knows",
            value = {
                "09:00, 09:00",
                "09:00:00, 09:00:00",
                "830am, 08:30",
                "8:30 a.m., 08:30",
                "8am, 08:00",
                "12am, 00:00",
                "12pm, 12:00",
                "5 PM, 17:00",
                "8:00m, 08:00",
                "13:00, 13:00",
                "0900, 09:00",
                "1730, 17:30",
                "9:30, nobody knows",
                "9, nobody knows",
                "noon, 12:00",
                "Midnight, 00:00",
                "25:00, nobody knows",
                "late, nobody knows",
                "by appointment, nobody knows",
                "3:00m, nobody knows"
            })
    void opens(String written, String time) {
        assertThat(Times.read(written, true)).isEqualTo(time);
    }

    @ParameterizedTest(name = "what closes at \"{0}\" closes at {1}")
    @CsvSource(
            nullValues = "nobody knows",
            value = {"5pm, 17:00", "midnight, 23:59", "24:00, 23:59", "8:00m, nobody knows", "12:00, 12:00"})
    void closes(String written, String time) {
        assertThat(Times.read(written, false)).isEqualTo(time);
    }

    @ParameterizedTest(name = "\"{0}\" are {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "nobody knows",
            value = {
                "Monday | MO",
                "Mon-Fri | MO,TU,WE,TH,FR",
                "Mon. - Thurs. | MO,TU,WE,TH",
                "Sat, Sun | SA,SU",
                "Tues & Thurs | TU,TH",
                "Sat-Mon | MO,SA,SU",
                "weekdays | MO,TU,WE,TH,FR",
                "daily | MO,TU,WE,TH,FR,SA,SU",
                "1 | MO",
                "7 | SU",
                "Sundays | SU",
                "first Monday | nobody knows"
            })
    void days(String written, String days) {
        assertThat(Weekdays.read(written)).isEqualTo(days);
    }
}
