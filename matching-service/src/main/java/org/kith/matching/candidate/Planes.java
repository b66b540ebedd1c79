package org.kith.matching.candidate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.Tradition;

/** Numbers the bit planes of a block: one for each code that a filter can ask for, and a few plain facts. */
public final class Planes {
    private static final Map<Class<?>, Integer> OFFSETS = new LinkedHashMap<>();
    static final int COUNT;

    /** What is a yes or no of every listing. */
    public enum Plain {
        CODED,
        REQUIRES_UNCLEAR,
        FAITH_BASED,
        STATES_LANGUAGES,
        /** One place to go to, whose point is in the columns. */
        ONE_PLACE,
        SEVERAL_PLACES
    }

    static {
        List<Class<? extends Enum<?>>> lists = List.of(
                Plain.class,
                ListingStatus.class,
                Kind.class,
                Format.class,
                GroupSize.class,
                Feature.class,
                Audience.class,
                AudienceMode.class,
                Cost.class,
                Gender.class,
                Tradition.class,
                ReligiousContent.class,
                Affirming.class,
                Approach.class,
                Requirement.class,
                Flag.class);
        int next = 0;
        for (Class<? extends Enum<?>> list : lists) {
            OFFSETS.put(list, next);
            next += list.getEnumConstants().length;
        }
        COUNT = next;
    }

    private Planes() {}

    /** The plane of a code. */
    public static int of(Enum<?> code) {
        return first(code.getDeclaringClass()) + code.ordinal();
    }

    /** The plane of the first code of a list; those of the others follow in their order. */
    static int first(Class<?> list) {
        Integer first = OFFSETS.get(list);
        if (first == null) {
            throw new IllegalArgumentException("No planes for " + list);
        }
        return first;
    }
}
