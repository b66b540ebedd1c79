package org.kith.directory.search;

/** The words of the API document, the same for the query and for the body. */
final class SearchDocs {
    static final String Q =
            "Words: English stems, typing errors, synonyms and names are understood; a \"phrase\" in quotation"
                    + " marks is found as it stands. At most 300 characters.";
    static final String NEAR = "Latitude and longitude in degrees. Only one of near, postal_code and place.";
    static final String POSTAL_CODE = "A postal code; ZIP+4 is its ZIP.";
    static final String PLACE =
            "A city, town or county, with its state (or country) where the name is not unique: Springfield, IL.";
    static final String RADIUS =
            "Nothing further away, and nothing without a place on the map. Without it, what is near"
                    + " comes first and nothing is left out.";
    static final String KIND = "Codes of kind.";
    static final String SUPPORT_TYPE = "Codes of support_type.";
    static final String NEED = "Codes of need.";
    static final String TOPIC = "Topics, an open list.";
    static final String FORMAT = "Codes of format.";
    static final String FEATURE = "Codes of feature, accessibility among them.";
    static final String AUDIENCE = "Codes of audience.";
    static final String LANGUAGE = "BCP 47 tags; through an interpreter counts too, and es finds es-MX.";
    static final String FAITH_TRADITION = "Codes of faith_tradition; the narrower traditions are found too.";
    static final String COST_MAX =
            "A code of cost: this and what is cheaper, in the order free, donation, low, sliding," + " insurance, fee.";
    static final String AGE = "In years; what states no age limits is found too.";
    static final String OPEN_NOW = "Only what is open now by its schedule.";
    static final String OPEN_AT = "Only what is open then: ISO 8601; without an offset, in the directory's time zone.";
    static final String INCLUDE_STALE =
            "Also what was verified last more than two years ago. What was never verified is" + " always found.";
    static final String SORT =
            "relevance (the default), distance or freshness. Without words, relevance is distance where"
                    + " a place is given, else freshness.";
    static final String LIMIT = "How many on a page, 1 to 100; 20 unless said.";
    static final String CURSOR = "The next of the page before, with the same question.";
    static final String FACETS = "Count the matches by every list of the vocabulary.";

    static final String EXAMPLE = """
            {"total": 143, "items": [{"service": {"id": "0a4dcf5c-8a2c-5a64-9a5c-0f2d7a2f1a11", "name": "Tuesday Grief Circle",
            "status": "active", "organization": {"id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "name": "Hope Center"}},
            "location": {"id": "5e0b8a52-6c0d-5a6e-8f69-0d8a2f9b7c01", "latitude": 39.3295, "longitude": -76.6012},
            "distance_km": 3.2, "score": 0.81, "why": [{"field": "name", "match": "grief"}],
            "next_open": "2026-11-24T18:30:00-05:00"}], "facets": {"kind": {"support_group": 41}}, "next": "eyJ…"}""";

    private SearchDocs() {}
}
