package org.kith.matching.eligibility;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.policy.FilterPolicy;
import org.kith.matching.query.MatchQuery;

/**
 * All the filters for one client, written plainly, one listing at a time. The index asks the same questions of many
 * listings at once; a property test holds the two together.
 */
public final class Filters {
    private final Map<Filter, HardFilter> filters = new EnumMap<>(Filter.class);

    public Filters(MatchQuery query, FilterPolicy policy) {
        this(new Client(query, policy));
    }

    public Filters(Client client) {
        for (Filter filter : Filter.values()) {
            filters.put(filter, filter(filter, client));
        }
    }

    /** Every filter's verdict, in order. */
    public Eligibility judge(Candidate listing) {
        List<Outcome> outcomes =
                filters.values().stream().map(filter -> filter.judge(listing)).toList();
        return new Eligibility(outcomes);
    }

    private static HardFilter filter(Filter filter, Client client) {
        return switch (filter) {
            case H1_STATUS -> StandingFilters::status;
            case H2_STALE -> StandingFilters.stale(client);
            case H3_NEVER_SHOW -> StandingFilters.neverShow(client);
            case H4_AGE -> new AgeFilter(client);
            case H5_AREA -> new AreaFilter(client);
            case H6_FORMAT -> ReachFilters.format(client);
            case H7_LANGUAGE -> new LanguageFilter(client);
            case H8_COST -> ReachFilters.cost(client);
            case H9_ACCESSIBILITY -> new AccessFilter(client);
            case H10_REQUIREMENTS -> new RequirementsFilter(client);
            case H11_AVOID -> new AvoidFilter(client);
            case H12_EXCLUSIVE_AUDIENCE -> new AudienceFilter(client);
            case H13_GENDER_REQUIRED -> new GenderFilter(client);
            case H14_GROUP_SIZE -> ReachFilters.groupSize(client);
            case H15_AFFIRMING -> BeliefFilters.affirming(client);
            case H16_OTHER_FAITH -> BeliefFilters.otherFaith(client);
            case H17_SAFETY_KIND -> StandingFilters.safetyKind(client);
            case H18_TRIED -> StandingFilters.tried(client);
        };
    }
}
