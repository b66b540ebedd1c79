package org.kith.directory.search.index;

/**
 * Where in a listing a word stood: what a match there is worth, and what the answer calls it.
 *
 * <p>The weight counts as so many occurrences in the one field that is ranked, so that a name weighs more than a
 * description and the ranking still needs one list of postings a word (BM25F, weighed when it is indexed).
 */
enum Source {
    NAME("name", 8),
    ALTERNATE_NAME("alternate_name", 7),
    ORGANIZATION("organization", 4),
    TERMS("taxonomy_terms", 3),
    DESCRIPTION("description", 1),
    ELIGIBILITY("eligibility_description", 1),
    PROGRAM("program", 2),
    PLACE("location", 1),
    SERVICE_AREA("service_areas", 1),
    APPLICATION("application_process", 1),
    FEES("fees_description", 1),
    INTERPRETATION("interpretation_services", 1),
    PHONE("phones", 1);

    private final String field;
    private final int weight;

    Source(String field, int weight) {
        this.field = field;
        this.weight = weight;
    }

    /** As in HSDS. */
    String field() {
        return field;
    }

    int weight() {
        return weight;
    }

    /** The word as the field that answers "why" holds it. */
    String term(String stem) {
        return (char) ('A' + ordinal()) + stem;
    }
}
