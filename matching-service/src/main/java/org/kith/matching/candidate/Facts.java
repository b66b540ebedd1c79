package org.kith.matching.candidate;

import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Fact;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.TimeOfDay;

/** What a listing can show to a barrier rule. */
public final class Facts {
    private static final long SMALL = bit(Fact.SMALL);
    private static final long LARGE = bit(Fact.LARGE);
    private static final long TEXT = bit(Fact.TEXT);
    private static final long REMOTE = bit(Fact.REMOTE);
    private static final long IN_PERSON = bit(Fact.IN_PERSON);
    private static final long PHONE = bit(Fact.PHONE);
    private static final CodeSet<Format> TYPED = CodeSet.of(Format.TEXT_CHAT, Format.FORUM);

    private Facts() {}

    public static CodeSet<Fact> of(Candidate listing) {
        // The facts begin with the features, in their order; a test says so.
        long facts = listing.offer().features().bits();
        for (TimeOfDay time : listing.hours().times().toList()) {
            facts |= bit(of(time));
        }
        CodeSet<Format> formats = listing.offer().formats();
        GroupSize size = listing.groupSize();
        boolean typed = listing.offer().features().has(Feature.TEXT_BASED) || formats.hasAny(TYPED);
        facts |= size == GroupSize.SMALL || size == GroupSize.ONE_TO_ONE ? SMALL : 0;
        facts |= size == GroupSize.LARGE ? LARGE : 0;
        facts |= typed ? TEXT : 0;
        facts |= listing.isRemote() ? REMOTE : 0;
        facts |= listing.isInPerson() ? IN_PERSON : 0;
        facts |= formats.has(Format.PHONE) ? PHONE : 0;
        return CodeSet.ofBits(Fact.class, facts);
    }

    private static Fact of(TimeOfDay time) {
        return switch (time) {
            case DAYTIME -> Fact.DAYTIME;
            case EVENING -> Fact.EVENING;
            case WEEKEND -> Fact.WEEKEND;
        };
    }

    private static long bit(Fact fact) {
        return 1L << fact.ordinal();
    }
}
