package org.kith.directory.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.directory.search.index.Point;

/** Finds the point that a request is about: given, or that of a postal code or a place. */
final class Surroundings {
    private static final Pattern DEGREES =
            Pattern.compile("\\s*([+-]?\\d{1,3}(?:\\.\\d{1,15})?)\\s*,\\s*([+-]?\\d{1,3}(?:\\.\\d{1,15})?)\\s*");

    private final Whereabouts whereabouts;
    private final Refusals refusals;

    Surroundings(Whereabouts whereabouts, Refusals refusals) {
        this.whereabouts = whereabouts;
        this.refusals = refusals;
    }

    /** @param from a later page is near the same point as the first, whatever was listed meanwhile */
    @Nullable
    Point of(SearchRequest request, @Nullable Bookmark from) {
        long given = Stream.of(request.near(), request.postalCode(), request.place())
                .filter(text -> text != null && !text.isBlank())
                .count();
        if (given > 1) {
            refusals.add("near", "contradiction", "Give one of near, postal_code and place.");
            return null;
        }
        if (from != null) {
            return from.near();
        }
        return isGiven(request.near())
                .map(this::degrees)
                .or(() -> isGiven(request.postalCode()).map(this::postalCode))
                .or(() -> isGiven(request.place()).map(this::place))
                .orElse(null);
    }

    private @Nullable Point degrees(String text) {
        Matcher degrees = DEGREES.matcher(text);
        if (degrees.matches()) {
            double latitude = Double.parseDouble(degrees.group(1));
            double longitude = Double.parseDouble(degrees.group(2));
            if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
                return new Point(latitude, longitude);
            }
        }
        refusals.add("near", "wrong-type", "Expected latitude,longitude in degrees, such as 39.2904,-76.6122.");
        return null;
    }

    private @Nullable Point postalCode(String code) {
        Whereabouts.Answer answer = whereabouts.postalCode(code);
        if (answer.point() == null) {
            refusals.add(
                    "postal_code",
                    "unknown-place",
                    "This postal code is not known" + nearest(answer.suggestions()),
                    answer.suggestions());
        }
        return answer.point();
    }

    private @Nullable Point place(String name) {
        Whereabouts.Answer answer = whereabouts.place(name);
        if (!answer.candidates().isEmpty()) {
            refusals.add("place", "ambiguous", "There are several places of this name.", answer.candidates());
        } else if (answer.point() == null) {
            refusals.add(
                    "place",
                    "unknown-place",
                    "No place of this name is known" + nearest(answer.suggestions()),
                    answer.suggestions());
        }
        return answer.point();
    }

    private static String nearest(List<String> suggestions) {
        return suggestions.isEmpty() ? ": give near instead." : ". Nearest: " + String.join("; ", suggestions) + ".";
    }

    private static Optional<String> isGiven(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }
}
