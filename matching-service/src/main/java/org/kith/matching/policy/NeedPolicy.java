package org.kith.matching.policy;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;

/**
 * How well a kind of listing serves a need.
 *
 * @param others what each further need adds, of its own value
 * @param families the needs by what helps with them; every need is in exactly one
 */
public record NeedPolicy(long others, long unknownKind, Map<Family, Set<Need>> families, Map<Family, KindFit> kindFit) {

    public enum Family {
        PEER,
        SOCIAL,
        PRACTICAL,
        SKILL
    }

    /** What each kind is worth, and the kinds that are not named. */
    public record KindFit(long others, Map<Kind, Long> kinds) {}

    public NeedPolicy {
        for (Need need : Need.values()) {
            long homes = families.values().stream()
                    .filter(family -> family.contains(need))
                    .count();
            if (homes != 1) {
                throw new IllegalArgumentException(need.code() + " is in " + homes + " families of needs, not in one");
            }
        }
        for (Family family : Family.values()) {
            if (!kindFit.containsKey(family)) {
                throw new IllegalArgumentException("No kind_fit for " + family);
            }
        }
    }

    public Family family(Need need) {
        for (Map.Entry<Family, Set<Need>> family : families.entrySet()) {
            if (family.getValue().contains(need)) {
                return family.getKey();
            }
        }
        throw new IllegalStateException("Every need has a family");
    }

    /** How well the kind, which is null where the listing has none, serves the need. */
    public long fit(Need need, @Nullable Kind kind) {
        KindFit fit = kindFit.get(family(need));
        if (kind == null || fit == null) {
            return unknownKind;
        }
        return fit.kinds().getOrDefault(kind, fit.others());
    }
}
