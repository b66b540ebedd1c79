package org.kith.directory.search.quality;

import java.util.List;

/** Something that answers questions with listings, the best first. */
public interface Ranker {
    /** @return ids of the source, at most twenty */
    List<String> rank(JudgedQuery query);
}
