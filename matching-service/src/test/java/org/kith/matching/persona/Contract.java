package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Maps a person's request, whose field names are generic, to the body of {@code POST /v1/matches}. */
final class Contract {
    private static final List<String> AS_THEY_ARE = List.of(
            "subject",
            "about",
            "age",
            "age_band",
            "max_distance_km",
            "needs",
            "support_wanted",
            "identity",
            "avoid",
            "prefer_not",
            "barriers",
            "interests",
            "formats_ok",
            "group_size_ok",
            "times",
            "accessibility",
            "trauma_informed_required",
            "pace",
            "safety",
            "network",
            "tried");

    private Contract() {}

    static ObjectNode request(JsonNode persona, String now, int k) {
        JsonNode said = persona.path("request");
        ObjectNode request = said.deepCopy();
        request.removeAll();
        request.put("k", k).put("now", said.path("now").asText(now));
        for (String field : AS_THEY_ARE) {
            if (said.hasNonNull(field)) {
                request.set(field, said.get(field));
            }
        }
        ObjectNode place = request.putObject("location");
        if (said.hasNonNull("country")) {
            place.set("country", said.get("country"));
        }
        for (String field : List.of("country", "region", "lat", "lon", "postal_code")) {
            if (said.path("location").hasNonNull(field)) {
                place.set(field, said.path("location").get(field));
            }
        }
        for (JsonNode language : said.path("languages")) {
            ObjectNode wish = request.withArray("languages").addObject();
            if (language.isTextual()) {
                wish.put("tag", language.asText());
            } else {
                wish.setAll((ObjectNode) language);
            }
        }
        if (said.hasNonNull("cost_max")) {
            request.putObject("cost").set("max", said.get("cost_max"));
        }
        return request;
    }
}
