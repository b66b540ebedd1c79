package org.kith.matching.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Capacity;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.SupportType;

/**
 * What a listing offers, and how.
 *
 * @param topics sorted words of the open list {@code kith:topic}
 * @param formats as stated; a listing that states none but has a place is in person
 * @param waitDays how long one waits, where that was said
 */
public record Offer(
        @Nullable Kind kind,
        CodeSet<Need> needs,
        List<String> topics,
        CodeSet<SupportType> supportTypes,
        CodeSet<Format> formats,
        @Nullable GroupSize groupSize,
        CodeSet<Feature> features,
        CodeSet<Approach> approaches,
        @Nullable Cost cost,
        Capacity capacity,
        @Nullable Integer waitDays) {}
