package org.kith.directory.tagging;

/**
 * A code that the words of a listing speak for.
 *
 * @param taxonomy such as {@code kith:need}
 * @param rule that weighed most, such as {@code need/grief/bereavement}
 * @param field where the words stand on which it rests
 * @param text of that field
 * @param start where they begin in it
 * @param end where they end
 */
public record Inference(String taxonomy, String code, String rule, WordField field, String text, int start, int end) {
    private static final int AROUND = 60;

    /** The words, with some around them. */
    public String fragment() {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        while (to < text.length() && to > end && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return text.substring(from, to).strip().replaceAll("\\s+", " ");
    }
}
