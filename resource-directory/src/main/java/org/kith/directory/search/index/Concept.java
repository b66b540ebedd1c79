package org.kith.directory.search.index;

import java.util.List;

/**
 * One thing that was asked for, in all the ways in which a listing may say it.
 *
 * @param typed as it was asked
 * @param isFiller words such as "help" or "near", which may be missing
 */
record Concept(String typed, List<Alternative> alternatives, boolean isFiller) {
    Concept {
        alternatives = List.copyOf(alternatives);
    }
}
