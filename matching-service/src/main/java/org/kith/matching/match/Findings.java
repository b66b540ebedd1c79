package org.kith.matching.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;
import org.kith.web.FieldError;

/** Collects what is wrong with a request, each with its JSON pointer; it never quotes what was sent. */
final class Findings {
    private static final int ENOUGH = 50;

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return errors;
    }

    void add(String pointer, String code, String detail, List<String> nearest) {
        if (errors.size() < ENOUGH) {
            errors.add(new FieldError(pointer, code, detail, nearest));
        }
    }

    void required(String pointer, @Nullable Object value) {
        if (value == null) {
            add(pointer, "required", "This is required.", List.of());
        }
    }

    void range(String pointer, @Nullable Number value, double least, double most) {
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            add(pointer, "out-of-range", "Expected %s to %s.".formatted(plain(least), plain(most)), List.of());
        }
    }

    void size(String pointer, @Nullable Collection<?> values, int most) {
        if (values != null && values.size() > most) {
            add(pointer, "too-many", "At most %d are taken.".formatted(most), List.of());
        }
    }

    /** A code of one of the vocabulary's lists. */
    void code(String pointer, @Nullable String code, String list) {
        if (code != null && !vocabulary.has(list, code)) {
            unknown(pointer, vocabulary.nearest(list, code));
        }
    }

    void codes(String pointer, @Nullable Collection<String> codes, String list, int most) {
        size(pointer, codes, most);
        each(pointer, codes, (at, code) -> code(at, code, list));
    }

    /** One of a few words that only a request knows. */
    void word(String pointer, @Nullable String word, List<String> words) {
        if (word != null && !words.contains(word)) {
            unknown(pointer, words);
        }
    }

    void words(String pointer, @Nullable Collection<String> given, List<String> words, int most) {
        size(pointer, given, most);
        each(pointer, given, (at, word) -> word(at, word, words));
    }

    void matches(String pointer, @Nullable String text, Predicate<String> form, String expected) {
        if (text != null && !form.test(text)) {
            add(pointer, "wrong-form", expected, List.of());
        }
    }

    void unknown(String pointer, List<String> nearest) {
        String detail = nearest.isEmpty()
                ? "There is no such code."
                : "There is no such code. The nearest: %s.".formatted(String.join(", ", nearest));
        add(pointer, "unknown-code", detail, nearest);
    }

    /** Visits each element with its pointer; a null element is an error of its own. */
    <T> void each(String pointer, @Nullable Iterable<T> values, Visit<T> visit) {
        if (values == null) {
            return;
        }
        int index = 0;
        for (T value : values) {
            String at = pointer + '/' + index++;
            if (value == null) {
                required(at, null);
            } else {
                visit.visit(at, value);
            }
        }
    }

    /** The same codes after an expression's prefix, such as {@code kind:} before the nearest kinds. */
    void unknown(String pointer, List<String> nearest, UnaryOperator<String> written) {
        unknown(pointer, nearest.stream().map(written).toList());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    interface Visit<T> {
        void visit(String pointer, T value);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
