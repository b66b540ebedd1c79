package org.kith.matching.match;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.ListingDecoder;
import org.kith.matching.platform.DirectoryCopy;
import org.kith.matching.platform.ListingChange;
import org.kith.matching.platform.MatchEvents;
import org.kith.web.StrictJson;

/** The whole answer without a server: JSON in, JSON out. */
public final class LocalMatching {
    public static final ObjectMapper JSON = StrictJson.apply(
                    new ObjectMapper().registerModule(new JavaTimeModule()).registerModule(new Jdk8Module()))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Matching matching;

    public LocalMatching(Collection<? extends JsonNode> listings) {
        ListingDecoder decoder = new ListingDecoder();
        DirectoryCopy copy = new DirectoryCopy();
        List<ListingChange> changes = listings.stream()
                .map(decoder::decode)
                .map((Candidate listing) -> new ListingChange(listing.id(), listing))
                .toList();
        copy.apply(changes, "test");
        matching = new Matching(copy, MatchEvents.unsent(Map.of(), JSON));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where the request is not valid */
    public JsonNode answer(JsonNode request) {
        return JSON.valueToTree(
                matching.answer(JSON.convertValue(request, MatchRequest.class), List.of(Locale.ENGLISH)));
    }
}
