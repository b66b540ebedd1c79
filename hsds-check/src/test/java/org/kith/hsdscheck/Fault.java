package org.kith.hsdscheck;

/** What a server can get wrong, and the check that has to say so. */
enum Fault {
    NULL_FIELD("nulls"),
    BAD_DATE_FORMAT("schema"),
    BAD_ID_FORMAT("schema"),
    MISSING_REQUIRED_FIELD("schema"),
    MISSING_EMPTY_FLAG("schema"),
    ARRAYS_IN_LIST("schema", Finding.Level.WARNING),
    WRONG_FIRST_PAGE("pages"),
    WRONG_LAST_PAGE("pages"),
    WRONG_SIZE("pages"),
    WRONG_TOTAL_PAGES("pages"),
    TOTAL_OF_THE_PAGE_ONLY("pages"),
    PAGES_THAT_OVERLAP("pages"),
    PER_PAGE_IGNORED("pages"),
    ENTITIES_AFTER_THE_LAST_PAGE("pages"),
    NO_TOTAL("pages", Finding.Level.WARNING),
    BROKEN_ID("status"),
    ANOTHER_ENTITY("ids"),
    LIST_SAYS_SOMETHING_ELSE("ids"),
    UNKNOWN_ID_IS_FOUND("ids"),
    UNKNOWN_ID_IS_FORBIDDEN("ids", Finding.Level.WARNING),
    FILTERS_ORED("and"),
    TERM_IGNORED("filters"),
    TERM_FINDS_NOTHING("filters"),
    TAXONOMY_IGNORED("filters"),
    ORGANIZATION_IGNORED("filters"),
    PARENT_IGNORED("filters"),
    TOP_ONLY_IGNORED("top_only"),
    SEARCH_IGNORED("search"),
    SEARCH_FINDS_NOTHING("search", Finding.Level.WARNING),
    MODIFIED_AFTER_EXCLUSIVE("modified_after"),
    MODIFIED_AFTER_IGNORED("modified_after"),
    MINIMAL_WITH_NAME("minimal"),
    MINIMAL_WITHOUT_TIME("minimal", Finding.Level.WARNING),
    MINIMAL_IN_PAGES("minimal", Finding.Level.WARNING),
    FULL_IGNORED("full"),
    FULL_SERVICE_IGNORED("full_service"),
    POSTCODE_IGNORED("proximity"),
    PROXIMITY_TOO_WIDE("proximity"),
    PROXIMITY_FINDS_NOTHING("proximity"),
    POST_IGNORES_PARAMETERS("post"),
    NDJSON_MISSES_A_LINE("ndjson"),
    NDJSON_REPEATS_A_LINE("ndjson"),
    NDJSON_BROKEN_LINE("ndjson"),
    NDJSON_INVALID_LINE("schema"),
    NDJSON_IGNORED("ndjson", Finding.Level.WARNING),
    SENSELESS_IS_ACCEPTED("refusals", Finding.Level.WARNING),
    SENSELESS_BREAKS_THE_SERVER("refusals"),
    REFUSES_IN_HTML("refusals", Finding.Level.WARNING),
    NOT_JSON("content-type"),
    NO_CORS("cors", Finding.Level.WARNING),
    ROOT_WITHOUT_VERSION("root", Finding.Level.WARNING);

    final String check;
    final Finding.Level level;

    Fault(String check) {
        this(check, Finding.Level.ERROR);
    }

    Fault(String check, Finding.Level level) {
        this.check = check;
        this.level = level;
    }
}
