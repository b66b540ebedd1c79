package org.kith.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Locale;
import org.hamcrest.Matcher;

/** Requests with values that nobody else uses, so that a trace of them would be seen. */
final class Canaries {
    static final String GOOD = """
            {"age": 97, "location": {"country": "US", "region": "MD", "lat": 39.123456, "lon": -76.654321,
                                     "postal_code": "CANARY1X"},
             "max_distance_km": 29.5, "needs": [{"code": "religious_trauma", "priority": 3, "urgency": "soon"}],
             "identity": [{"axis": "sexual_orientation", "code": "asexual", "consented": true}],
             "interests": ["canary_topic"], "cost": {"max": "low", "insurance": ["canary_plan"]},
             "avoid": ["org:ca9a7711-0000-4000-8000-000000000001"],
             "network": [{"role": "sibling", "support_types": ["emotional"], "quality": "toxic"}],
             "tried": [{"resource_id": "ca9a7711-0000-4000-8000-000000000002", "outcome": "unsafe"}]}""";

    static final String BAD = """
            {"subject": "canary_a", "age_band": "canary_b", "barriers": ["canary_c"], "avoid": ["kind:canary_d"],
             "needs": [{"code": "canary_e"}], "identity": [{"axis": "canary_f", "code": "canary_g"}],
             "support_wanted": {"canary_h": 2}, "location": {"country": "canary_i", "postal_code": "canary_j canary"},
             "tried": [{"resource_id": "canary_k", "outcome": "canary_l"}]}""";

    private static final List<String> TRACES = List.of(
            "canary", "39.12", "76.65", "29.5", "29500", "religious_trauma", "asexual", "ca9a7711", "sibling", "toxic");

    private Canaries() {}

    static void isClean(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        assertThat(TRACES).noneMatch(small::contains);
    }

    static Matcher<String> noneOf() {
        return not(containsString("canary_"));
    }
}
