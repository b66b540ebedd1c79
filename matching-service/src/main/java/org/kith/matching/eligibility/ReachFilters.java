package org.kith.matching.eligibility;

import org.jspecify.annotations.Nullable;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.query.CostWish;

/** The filters about taking part at all: H6, H8 and H14. */
final class ReachFilters {
    private ReachFilters() {}

    static HardFilter format(Client client) {
        return listing -> {
            CodeSet<Format> formats = listing.offer().formats();
            if (formats.isEmpty()) {
                return Outcome.check(Filter.H6_FORMAT, Check.CONFIRM_FORMAT);
            }
            return formats.hasAny(client.usable) ? Outcome.pass(Filter.H6_FORMAT) : Outcome.fail(Filter.H6_FORMAT);
        };
    }

    static HardFilter cost(Client client) {
        return listing -> cost(client.query.cost(), listing.offer().cost());
    }

    static Outcome cost(CostWish wish, @Nullable Cost cost) {
        Cost most = wish.most();
        if (most == null) {
            return Outcome.pass(Filter.H8_COST);
        }
        if (cost == null) {
            return Outcome.check(Filter.H8_COST, Check.CONFIRM_COST);
        }
        if (cost == Cost.INSURANCE && wish.insured()) {
            // Which insurances a place takes, no listing says.
            return Outcome.check(Filter.H8_COST, Check.CONFIRM_COST);
        }
        return cost.compareTo(most) <= 0 ? Outcome.pass(Filter.H8_COST) : Outcome.fail(Filter.H8_COST);
    }

    static HardFilter groupSize(Client client) {
        CodeSet<GroupSize> fine = client.query.groupSizeOk();
        return listing -> {
            GroupSize size = listing.groupSize();
            if (fine.isEmpty()) {
                return Outcome.pass(Filter.H14_GROUP_SIZE);
            }
            if (size == null) {
                return Outcome.check(Filter.H14_GROUP_SIZE, Check.CONFIRM_GROUP_SIZE);
            }
            return fine.has(size) ? Outcome.pass(Filter.H14_GROUP_SIZE) : Outcome.fail(Filter.H14_GROUP_SIZE);
        };
    }
}
