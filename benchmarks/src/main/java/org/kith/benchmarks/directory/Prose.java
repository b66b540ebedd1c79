package org.kith.benchmarks.directory;

import java.util.List;

/** Descriptions of 30 to 150 words, whose words are as frequent and as rare as in real ones. */
final class Prose {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final List<String> NOUNS = LEXICON.words("nouns");
    private static final List<String> VERBS = LEXICON.words("verbs");
    private static final List<String> ADJECTIVES = LEXICON.words("adjectives");

    private Prose() {}

    /** @param subject what it begins with, such as the name of the organization */
    static String description(Chance chance, String subject, String need, Town town) {
        int wanted = Math.clamp((int) chance.around(70, 35), 30, 145);
        StringBuilder text = new StringBuilder();
        append(
                text,
                subject,
                chance.zipf(VERBS),
                need.replace('_', ' ') + " " + chance.zipf(NOUNS),
                "and",
                chance.zipf(NOUNS));
        text.append(" in ").append(town.name()).append('.');
        int words = count(text);
        while (words < wanted) {
            String sentence = sentence(chance, need);
            text.append(' ').append(sentence);
            words += count(sentence);
        }
        return text.toString();
    }

    static String sentence(Chance chance, String need) {
        StringBuilder text = new StringBuilder();
        switch (chance.between(0, 5)) {
            case 0 ->
                append(
                        text,
                        "Our",
                        adjective(chance),
                        noun(chance),
                        chance.zipf(VERBS),
                        noun(chance) + ",",
                        noun(chance),
                        "and",
                        noun(chance));
            case 1 ->
                append(
                        text,
                        "It",
                        chance.zipf(VERBS),
                        adjective(chance),
                        noun(chance),
                        "for",
                        adjective(chance),
                        noun(chance));
            case 2 ->
                append(
                        text,
                        "Staff",
                        chance.zipf(VERBS),
                        noun(chance),
                        "with",
                        need.replace('_', ' '),
                        "and",
                        noun(chance));
            case 3 ->
                append(
                        text,
                        "Call for",
                        adjective(chance),
                        noun(chance),
                        "or to make an appointment with the",
                        noun(chance),
                        noun(chance));
            case 4 ->
                append(
                        text,
                        "Funded by the",
                        chance.zipf(LEXICON.properNames()),
                        "Foundation, which",
                        chance.zipf(VERBS),
                        noun(chance),
                        "for",
                        noun(chance));
            default ->
                append(
                        text,
                        "There is",
                        adjective(chance),
                        noun(chance),
                        "as well as",
                        noun(chance),
                        "for",
                        noun(chance),
                        "who need",
                        noun(chance));
        }
        return text.append('.').toString();
    }

    private static String noun(Chance chance) {
        return chance.zipf(NOUNS);
    }

    private static String adjective(Chance chance) {
        return chance.zipf(ADJECTIVES);
    }

    private static void append(StringBuilder text, String... words) {
        text.append(String.join(" ", words));
    }

    static int count(CharSequence text) {
        return text.toString().split(" ", -1).length;
    }
}
