package org.kith.matching.candidate;

import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Fact;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.TimeOfDay;

/** What a listing can show to a barrier rule. */
public final class Facts {
    private Facts() {}

    public static CodeSet<Fact> of(Candidate listing) {
        CodeSet<Fact> facts = CodeSet.none(Fact.class);
        for (Feature feature : listing.offer().features().toList()) {
            facts = facts.with(Fact.valueOf(feature.name()));
        }
        for (TimeOfDay time : listing.hours().times().toList()) {
            facts = facts.with(Fact.valueOf(time.name()));
        }
        CodeSet<Format> formats = listing.offer().formats();
        GroupSize size = listing.groupSize();
        facts = when(facts, Fact.SMALL, size == GroupSize.SMALL || size == GroupSize.ONE_TO_ONE);
        facts = when(facts, Fact.LARGE, size == GroupSize.LARGE);
        facts = when(
                facts,
                Fact.TEXT,
                listing.offer().features().has(Feature.TEXT_BASED)
                        || formats.has(Format.TEXT_CHAT)
                        || formats.has(Format.FORUM));
        facts = when(facts, Fact.REMOTE, listing.isRemote());
        facts = when(facts, Fact.IN_PERSON, listing.isInPerson());
        return when(facts, Fact.PHONE, formats.has(Format.PHONE));
    }

    private static CodeSet<Fact> when(CodeSet<Fact> facts, Fact fact, boolean holds) {
        return holds ? facts.with(fact) : facts;
    }
}
