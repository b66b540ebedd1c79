package org.kith.matching.plan;

import java.util.HashSet;
import java.util.Set;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Source;
import org.kith.matching.code.SupportType;
import org.kith.matching.query.MatchQuery;

/** One result as a possible step, with its exposure level for this client; {@code rank} counts from 0. */
record Rung(Candidate candidate, int level, int rank) {
    private static final CodeSet<Feature> GENTLE = CodeSet.of(
            Feature.LISTEN_ONLY_OK,
            Feature.DROP_IN,
            Feature.SINGLE_SESSION_OK,
            Feature.TEXT_BASED,
            Feature.ANONYMOUS_OK,
            Feature.CAMERA_OPTIONAL);

    static Rung of(Candidate candidate, int rank, MatchQuery query) {
        return new Rung(candidate, candidate.exposure(query.usableFormats()), rank);
    }

    boolean isInPerson() {
        return candidate.isInPerson();
    }

    /** One knows what one walks into: from afar, or a group of known size. */
    boolean isForeseeable() {
        CodeSet<Format> formats = candidate.offer().formats();
        return formats.has(Format.PHONE)
                || formats.has(Format.TEXT_CHAT)
                || formats.has(Format.FORUM)
                || candidate.offer().groupSize() == GroupSize.ONE_TO_ONE
                || candidate.offer().groupSize() == GroupSize.SMALL;
    }

    /** One may come without being heard or bound to come again, and meets few people or stays unseen. */
    boolean isGentle() {
        CodeSet<Feature> features = candidate.offer().features();
        GroupSize size = candidate.offer().groupSize();
        boolean unseen = features.has(Feature.TEXT_BASED) || features.has(Feature.ANONYMOUS_OK);
        boolean few = size == GroupSize.ONE_TO_ONE || size == GroupSize.SMALL;
        return features.hasAny(GENTLE) && (few || unseen);
    }

    /** How many of the types and sources that are still open it brings. */
    int brings(CodeSet<SupportType> types, Set<Source> sources) {
        Set<Source> mine = new HashSet<>(candidate.sources().toList());
        mine.retainAll(sources);
        return candidate.offer().supportTypes().and(types).size() + mine.size();
    }
}
