package org.kith.directory.tagging;

/** Takes the plural off a word: as much stemming as phrases need, and no more than can be told for certain. */
final class Stems {
    private Stems() {}

    /** @param word in lower case, without apostrophes */
    static String of(String word) {
        int length = word.length();
        if (length < 4 || word.charAt(length - 1) != 's') {
            return word;
        }
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, length - 2);
        }
        char before = word.charAt(length - 2);
        return before == 's' || before == 'u' || before == 'i' ? word : word.substring(0, length - 1);
    }
}
