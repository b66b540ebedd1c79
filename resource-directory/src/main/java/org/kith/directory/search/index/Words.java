package org.kith.directory.search.index;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into words, the same for listings and for questions: accents and case folded, English stems, and what is
 * written with a hyphen or dots found in parts and in one ("Al-Anon" is al, anon and alanon; "A.A." is aa).
 */
final class Words {
    private static final int LONGEST = 40;
    private static final int MOST_JOINED = 4;

    /** Too frequent to say anything. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or",
            "that", "the", "this", "to", "with");

    /** Stems that would throw unlike words together. */
    private static final Map<String, String> OWN_STEMS = Map.of(
            "organization", "organization",
            "organizations", "organization",
            "organisation", "organization",
            "organisations", "organization",
            "trans", "trans",
            "university", "university",
            "universities", "university");

    private static final ThreadLocal<Stems> STEMS = ThreadLocal.withInitial(Stems::new);

    private Words() {}

    /** @param surface as written, folded; {@code stem} is what the index holds */
    record Token(String surface, String stem) {}

    /**
     * What stood between two spaces.
     *
     * @param joined all parts as one word, where there are several
     */
    record Chunk(List<Token> parts, @Nullable Token joined) {}

    static List<Chunk> chunks(@Nullable String text) {
        List<Chunk> chunks = new ArrayList<>();
        if (text != null) {
            for (String piece : fold(text).split("\\s+")) {
                Chunk chunk = chunk(piece);
                if (!chunk.parts().isEmpty()) {
                    chunks.add(chunk);
                }
            }
        }
        return chunks;
    }

    static boolean isStopWord(String surface) {
        return STOP_WORDS.contains(surface);
    }

    static String stem(String surface) {
        String own = OWN_STEMS.get(surface);
        if (own != null || surface.length() < 3) {
            return own == null ? surface : own;
        }
        return STEMS.get().of(surface);
    }

    /** A whole name in one form: "The Al-Anon Family Groups" is {@code al anon family groups}. */
    static String exact(String name) {
        StringBuilder exact = new StringBuilder();
        for (Chunk chunk : chunks(name)) {
            for (Token part : chunk.parts()) {
                if (!isStopWord(part.surface())) {
                    exact.append(exact.isEmpty() ? "" : " ").append(part.surface());
                }
            }
        }
        return exact.toString();
    }

    static String fold(String text) {
        char[] in = text.toCharArray();
        char[] out = new char[in.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        return new String(out, 0, length).toLowerCase(Locale.ROOT);
    }

    private static Chunk chunk(String piece) {
        List<Token> parts = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        StringBuilder word = new StringBuilder();
        boolean joinable = true;
        for (int i = 0; i < piece.length(); ) {
            int c = piece.codePointAt(i);
            i += Character.charCount(c);
            if (isIdeograph(c)) {
                end(word, parts, joined);
                end(word.appendCodePoint(c), parts, joined);
                joinable = false;
            } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.appendCodePoint(c);
            } else if (c == '\'') {
                // don't and o'brien are one word; the s of a possessive goes.
                if (isPossessive(piece, i)) {
                    i++;
                }
            } else {
                joinable &= c == '-'
                        || c == '.'
                        || c == '&'
                        || c == '/'
                        || c == '+'
                        || word.isEmpty()
                        || i == piece.length();
                end(word, parts, joined);
            }
        }
        end(word, parts, joined);
        boolean several = parts.size() > 1 && parts.size() <= MOST_JOINED && joinable && joined.length() <= LONGEST;
        return new Chunk(parts, several ? token(joined.toString()) : null);
    }

    private static void end(StringBuilder word, List<Token> parts, StringBuilder joined) {
        if (!word.isEmpty() && word.length() <= LONGEST) {
            parts.add(token(word.toString()));
            joined.append(word);
        }
        word.setLength(0);
    }

    private static Token token(String surface) {
        return new Token(surface, stem(surface));
    }

    private static boolean isPossessive(String piece, int at) {
        return at < piece.length()
                && piece.charAt(at) == 's'
                && (at + 1 == piece.length() || !Character.isLetterOrDigit(piece.charAt(at + 1)));
    }

    private static boolean isIdeograph(int c) {
        UnicodeScript script = c < 0x2e80 ? UnicodeScript.LATIN : UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
