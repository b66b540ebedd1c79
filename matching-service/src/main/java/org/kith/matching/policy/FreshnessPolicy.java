package org.kith.matching.policy;

import java.util.List;

/** What the days since the last verification are worth; the steps are in rising order of days. */
public record FreshnessPolicy(List<Step> steps, long neverVerified) {

    public record Step(int days, long value) {}

    public long value(long daysSince) {
        for (Step step : steps) {
            if (daysSince <= step.days()) {
                return step.value();
            }
        }
        return 0;
    }
}
