package org.kith.directory.review;

import java.util.List;
import org.kith.contracts.Vocabulary;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/** A code that a request names. */
record Code(String taxonomy, String code) {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    /**
     * @param list {@code need} or {@code kith:need}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with the nearest codes
     */
    static Code of(String list, String code) {
        String name = list(list);
        if (!VOCABULARY.has(name, code)) {
            throw Problems.invalid(List.of(new FieldError(
                    "/code",
                    "unknown-code",
                    "There is no such code in " + VOCABULARY.taxonomy(name) + ".",
                    VOCABULARY.nearest(name, code))));
        }
        return new Code(VOCABULARY.taxonomy(name), code);
    }

    static String list(String given) {
        String name = (given.startsWith("kith:") ? given.substring(5) : given).replace('-', '_');
        if (!VOCABULARY.listingLists().contains(name)) {
            throw Problems.invalid(List.of(new FieldError(
                    "/taxonomy",
                    "unknown-code",
                    "There is no such taxonomy of Kith.",
                    VOCABULARY.listingLists().stream()
                            .map(VOCABULARY::taxonomy)
                            .sorted()
                            .toList())));
        }
        return name;
    }
}
