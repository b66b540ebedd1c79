package org.kith.directory.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Freshness;
import org.kith.directory.search.index.Gazetteer;
import org.kith.directory.search.index.ListingIndex;
import org.kith.directory.search.index.Point;
import org.kith.directory.search.index.Position;
import org.kith.directory.search.index.Question;
import org.kith.directory.search.index.Question.Order;
import org.kith.web.Cursors;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/** Turns a request into a question that the index can be asked, and refuses what makes no sense, by name. */
@ApplicationScoped
class Questions {
    private static final int LONGEST_WORDS = 300;
    private static final int LIMIT = 20;
    private static final int MOST = 100;
    private static final double LONGEST_RADIUS_KM = 20_000;
    private static final double OLDEST = 130;

    private final Cursors cursors;
    private final SearchConfig config;
    private final Freshness freshness;
    private final Clock clock = Clock.systemUTC();

    Questions(Cursors cursors, SearchConfig config, Freshness freshness) {
        this.cursors = cursors;
        this.config = config;
        this.freshness = freshness;
    }

    /** @param inBody whether errors point into a JSON body or name parameters of the URL */
    Question read(SearchRequest request, boolean inBody, ListingIndex index) {
        Refusals refusals = new Refusals(inBody);
        Order order = order(request.sort(), refusals);
        checkRanges(request, refusals);
        Bookmark from = bookmark(request);
        Instant now = from == null ? clock.instant() : from.asked();
        Point near = new Surroundings(whereabouts(index), refusals).of(request, from);
        if (order == Order.DISTANCE && near == null && refusals.isEmpty()) {
            refusals.add("sort", "needs-place", "Sorting by distance needs near, postal_code or place.");
        }
        if (request.radiusKm() != null && near == null && refusals.isEmpty()) {
            refusals.add("radius_km", "needs-place", "A radius needs near, postal_code or place.");
        }
        CodeFilters codes = new CodeFilters(refusals);
        Instant openAt = openAt(request, now, refusals);
        boolean stale = Boolean.TRUE.equals(request.includeStale());
        Question question = new Question(
                request.q() == null ? "" : request.q(),
                near,
                request.radiusKm(),
                codes.of(request),
                request.age(),
                openAt,
                now,
                config.timeZone(),
                stale ? null : staleBefore(now),
                order,
                request.limit() == null ? LIMIT : request.limit(),
                Boolean.TRUE.equals(request.facets()),
                from == null ? null : from.position());
        refusals.throwIfAny();
        return question;
    }

    private Whereabouts whereabouts(ListingIndex index) {
        return new Whereabouts(
                new Whereabouts.Held() {
                    @Override
                    public Gazetteer.Found atPostalCode(String code) {
                        return index.atPostalCode(code);
                    }

                    @Override
                    public Gazetteer.Found atPlace(String place) {
                        return index.atPlace(place);
                    }
                },
                config.country());
    }

    /** @param position where the page ended */
    String cursor(SearchRequest request, Question question, Position position) {
        return cursors.encode(request.scope(), new Bookmark(question.now(), question.near(), position).toString());
    }

    private @Nullable Bookmark bookmark(SearchRequest request) {
        if (request.cursor() == null) {
            return null;
        }
        Optional<Bookmark> bookmark = Bookmark.parse(cursors.decode(request.scope(), request.cursor()));
        return bookmark.orElseThrow(() -> Problems.malformed(
                new FieldError("cursor", "invalid-cursor", "This cursor is not valid for this list.")));
    }

    private static void checkRanges(SearchRequest request, Refusals refusals) {
        if (request.q() != null && request.q().length() > LONGEST_WORDS) {
            refusals.add("q", "out-of-range", "At most " + LONGEST_WORDS + " characters.");
        }
        if (request.limit() != null && (request.limit() < 1 || request.limit() > MOST)) {
            refusals.add("limit", "out-of-range", "Expected a whole number from 1 to " + MOST + ".");
        }
        if (request.radiusKm() != null && !(request.radiusKm() > 0 && request.radiusKm() <= LONGEST_RADIUS_KM)) {
            refusals.add("radius_km", "out-of-range", "Expected more than 0 and at most 20000 kilometres.");
        }
        if (request.age() != null && !(request.age() >= 0 && request.age() <= OLDEST)) {
            refusals.add("age", "out-of-range", "Expected years from 0 to 130.");
        }
        if (Boolean.TRUE.equals(request.openNow()) && request.openAt() != null) {
            refusals.add("open_at", "contradiction", "Give open_now or open_at, not both.");
        }
    }

    private static Order order(@Nullable String sort, Refusals refusals) {
        if (sort == null || sort.equals("relevance")) {
            return Order.RELEVANCE;
        }
        return switch (sort) {
            case "distance" -> Order.DISTANCE;
            case "freshness" -> Order.FRESHNESS;
            default -> {
                refusals.add("sort", "unknown-code", "One of relevance, distance, freshness.");
                yield Order.RELEVANCE;
            }
        };
    }

    private @Nullable Instant openAt(SearchRequest request, Instant now, Refusals refusals) {
        String written = request.openAt();
        if (Boolean.TRUE.equals(request.openNow())) {
            return now;
        }
        if (written == null || written.isBlank()) {
            return null;
        }
        // In a URL an unescaped + arrives as a space.
        String moment = written.strip().replace(' ', '+');
        try {
            return moment.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(moment).toInstant()
                    : LocalDateTime.parse(moment).atZone(config.timeZone()).toInstant();
        } catch (DateTimeParseException e) {
            refusals.add("open_at", "wrong-type", "Expected a date and time in ISO 8601, such as 2026-11-24T18:30.");
            return null;
        }
    }

    private long staleBefore(Instant now) {
        return freshness
                .staleBefore(LocalDate.ofInstant(now, config.timeZone()))
                .toEpochDay();
    }
}
