package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about one list: how long it is, and some of its entities whole. */
final class Survey {
    private static final int PAGE = 100;
    private static final int PAGES = 10;
    private static final Set<Integer> MISSING = Set.of(404, 405, 501);

    private final Endpoint endpoint;
    private final Session session;
    private final long total;
    private final List<Doc> docs;
    private final Map<Params, Matches> asked = new HashMap<>();
    private final Map<String, Optional<Doc>> read = new HashMap<>();

    /**
     * The ids of a filtered list.
     *
     * @param isComplete whether all of them are here
     */
    record Matches(Set<String> ids, long total, boolean isComplete) {}

    private Survey(Endpoint endpoint, Session session, long total) {
        this.endpoint = endpoint;
        this.session = session;
        this.total = total;
        this.docs = new ArrayList<>();
    }

    /** Empty where the list is not offered or has nothing; that is said in the report. */
    static Optional<Survey> of(Endpoint endpoint, Session session) {
        if (!endpoint.isRequired()
                && MISSING.contains(session.http().get(endpoint.path()).status())) {
            session.report().note(endpoint.path() + " is optional and not offered.");
            return Optional.empty();
        }
        Sheet first = session.list(endpoint, Params.of("per_page", session.sample()));
        if (first == null) {
            return Optional.empty();
        }
        if (first.items().isEmpty()) {
            session.report().note(endpoint.path() + " is empty: nothing to compare.");
            return Optional.empty();
        }
        Survey survey =
                new Survey(endpoint, session, first.total().orElse(first.items().size()));
        survey.sample(first);
        return Optional.of(survey);
    }

    /** Half from the beginning, half from the end: newer rows often differ from older ones. */
    private void sample(Sheet first) {
        Set<String> ids = new LinkedHashSet<>();
        long pages = first.number("total_pages").orElse(1);
        int half = Math.max(1, session.sample() / 2);
        first.ids().stream().limit(pages > 1 ? half : session.sample()).forEach(ids::add);
        if (pages > 1) {
            Sheet last = session.list(
                    endpoint, Params.of("per_page", session.sample()).and("page", pages));
            if (last != null) {
                last.ids().stream().limit(half).forEach(ids::add);
            }
        }
        ids.forEach(id -> doc(id).ifPresent(docs::add));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Session session() {
        return session;
    }

    Report report() {
        return session.report();
    }

    long total() {
        return total;
    }

    List<Doc> docs() {
        return docs;
    }

    /** An entity whole, with its service where it only refers to one. */
    Optional<Doc> doc(String id) {
        return read.computeIfAbsent(id, this::fetch);
    }

    private Optional<Doc> fetch(String id) {
        Params params =
                endpoint.memberParameters().contains("full_service") ? Params.of("full_service", true) : Params.NONE;
        @Nullable JsonNode whole = session.read(endpoint, id, params);
        if (whole == null) {
            return Optional.empty();
        }
        if (endpoint.name().equals("service_at_locations")
                && !whole.has("service")
                && whole.path("service_id").isTextual()
                && whole instanceof ObjectNode place) {
            session.endpoints().stream()
                    .filter(e -> e.name().equals("services"))
                    .findFirst()
                    .map(e -> session.read(e, place.path("service_id").asText(), Params.NONE))
                    .ifPresent(service -> place.set("service", service));
        }
        return Optional.of(new Doc(id, whole));
    }

    /** All that fulfils the parameters, up to a thousand. */
    Matches matching(Params params) {
        return asked.computeIfAbsent(params, this::collect);
    }

    private Matches collect(Params params) {
        Set<String> ids = new LinkedHashSet<>();
        long expected = 0;
        for (int page = 1; page <= PAGES; page++) {
            Params asking = params.and("per_page", PAGE);
            Sheet sheet = session.list(endpoint, page == 1 ? asking : asking.and("page", page));
            if (sheet == null) {
                return new Matches(ids, expected, false);
            }
            expected = sheet.total().orElse(ids.size() + sheet.items().size());
            ids.addAll(sheet.ids());
            if (ids.size() >= expected || sheet.items().isEmpty()) {
                return new Matches(ids, expected, ids.size() == expected);
            }
        }
        return new Matches(ids, expected, false);
    }
}
