package org.kith.benchmarks.search;

/** What people ask for. */
public enum Mix {
    WORDS("words"),
    WORDS_AND_RADIUS("words + radius"),
    FACETS("words, with facets"),
    NEAR("near, by distance"),
    FILTERS("filters only");

    private final String title;

    Mix(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
