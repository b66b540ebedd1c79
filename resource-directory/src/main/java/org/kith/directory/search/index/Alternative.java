package org.kith.directory.search.index;

import java.util.List;

/**
 * One way in which a thing that was asked for may stand in a listing.
 *
 * @param terms stems, next to each other where they are a phrase; or a single {@code list:code}
 * @param weight 1 for what was typed
 * @param label as the answer says what matched
 * @param by how it comes from what was typed
 */
record Alternative(List<String> terms, Form form, float weight, String label, By by) {
    enum Form {
        WORD,
        /** Next to each other. */
        PHRASE,
        /** Anywhere in the listing. */
        ALL_WORDS,
        CODE
    }

    enum By {
        TYPED,
        SPELLING,
        SYNONYM
    }

    static Alternative word(Words.Token token, float weight) {
        return new Alternative(List.of(token.stem()), Form.WORD, weight, token.surface(), By.TYPED);
    }

    static Alternative code(String code, float weight) {
        return new Alternative(List.of(code), Form.CODE, weight, CodeWords.label(code), By.SYNONYM);
    }

    static Alternative words(List<Words.Token> tokens, Form several, float weight) {
        List<String> stems = tokens.stream().map(Words.Token::stem).toList();
        List<String> surfaces = tokens.stream().map(Words.Token::surface).toList();
        return new Alternative(
                stems, stems.size() == 1 ? Form.WORD : several, weight, String.join(" ", surfaces), By.TYPED);
    }

    Alternative by(By other) {
        return new Alternative(terms, form, weight, label, other);
    }

    Alternative times(float factor) {
        return new Alternative(terms, form, weight * factor, label, by);
    }
}
