package org.kith.directory.search.index;

import java.util.HashMap;
import java.util.Map;
import org.tartarus.snowball.ext.EnglishStemmer;

/** English stems, each found once: a few thousand words make up most of every text. For one thread. */
final class Stems {
    private static final int MOST = 20_000;

    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final Map<String, String> known = new HashMap<>();

    String of(String word) {
        String stem = known.get(word);
        if (stem == null) {
            stemmer.setCurrent(word);
            stemmer.stem();
            stem = stemmer.getCurrent();
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(word, stem);
        }
        return stem;
    }
}
