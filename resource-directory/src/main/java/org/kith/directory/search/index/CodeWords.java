package org.kith.directory.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.kith.contracts.Vocabulary;

/** The words that people use for a code, out of the vocabulary. */
final class CodeWords {
    /** Lists whose labels name the thing; those of other lists explain it, in words that would find too much. */
    private static final Set<String> NAMING_LABELS =
            Set.of("need", "audience", "format", "feature", "faith_tradition", "approach", "group_size");

    /** Lists whose codes are words that nobody searches for, such as {@code any} and {@code unknown}. */
    private static final Set<String> SILENT = Set.of(
            "audience_mode",
            "cost",
            "gender_open",
            "religious_content",
            "lgbtq_affirming",
            "capacity",
            "requires",
            "flag",
            "group_size");

    private CodeWords() {}

    /** @param code as {@code list:code} */
    static String of(String code) {
        String list = list(code);
        String name = name(code).replace('_', ' ');
        if (SILENT.contains(list)) {
            return "";
        }
        return NAMING_LABELS.contains(list) ? name + " " + label(code) : name;
    }

    static String label(String code) {
        Vocabulary vocabulary = Vocabulary.standard();
        return vocabulary.has(list(code), name(code)) ? vocabulary.label(list(code), name(code)) : name(code);
    }

    static String list(String code) {
        return code.substring(0, code.indexOf(':'));
    }

    /** What may stand in a question for a code: its name in words, and the parts of a label such as "Low mood or depression". */
    static List<String> phrases(String list, String name) {
        List<String> phrases = new ArrayList<>();
        phrases.add(name.replace('_', ' '));
        if (NAMING_LABELS.contains(list) && !list.equals("group_size")) {
            Arrays.stream(label(list + ":" + name).split(",| or | and |\\(|\\)"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty() && part.split(" ").length <= 3)
                    .forEach(phrases::add);
        }
        return phrases;
    }

    /** The lists whose codes a word may stand for. */
    static List<String> searchedLists() {
        return Vocabulary.standard().listingLists().stream()
                .filter(list -> !SILENT.contains(list) && !list.equals(Vocabulary.INTERPRETER))
                .toList();
    }

    private static String name(String code) {
        return code.substring(code.indexOf(':') + 1);
    }
}
