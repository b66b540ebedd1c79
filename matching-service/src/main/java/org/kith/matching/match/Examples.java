package org.kith.matching.match;

/** The requests that the API's document shows; a test sends each of them. */
final class Examples {
    static final String ALONE = """
            {"needs": [{"code": "isolation", "priority": 2}],
             "age_band": "adult",
             "location": {"country": "US", "region": "KS", "lat": 37.69, "lon": -97.34}}""";

    static final String STUDENT = """
            {"k": 10, "subject": "self", "age": 18, "pace": "gentle",
             "location": {"country": "US", "region": "MI", "lat": 42.28, "lon": -83.74}, "max_distance_km": 8,
             "languages": [{"tag": "en"}],
             "needs": [{"code": "anxiety", "priority": 3}, {"code": "isolation", "priority": 3}],
             "support_wanted": {"companionship": 3, "emotional": 2},
             "identity": [{"axis": "role", "code": "student", "use": "prefer", "consented": true}],
             "barriers": ["social_anxiety"], "formats_ok": ["text_chat", "forum", "in_person", "video"],
             "cost": {"max": "free"},
             "network": [{"role": "parent", "support_types": ["emotional"], "quality": "good", "channel": "phone",
                          "frequency": "weekly", "reciprocity": "balanced"}]}""";

    static final String WHY_NOT = """
            {"resource_id": "b6f1f6d8-40a6-5f0e-8b1a-94c2f1f8a703",
             "request": {"needs": [{"code": "grief", "priority": 3}]}}""";

    static final String NETWORK = """
            {"network": [{"role": "partner", "support_types": ["companionship"], "quality": "draining",
                          "channel": "in_person", "frequency": "weekly"},
                         {"role": "friend", "support_types": ["emotional"], "quality": "good", "channel": "online",
                          "frequency": "weekly"}],
             "support_wanted": {"emotional": 3, "practical": 2}}""";

    private Examples() {}
}
