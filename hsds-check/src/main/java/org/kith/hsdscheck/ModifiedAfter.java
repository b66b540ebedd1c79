package org.kith.hsdscheck;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** "On or after": what was modified at the very moment belongs to it, what was before does not. */
final class ModifiedAfter implements Check {
    private static final String CHECK = "modified_after";

    private record Modified(Doc doc, String text, Instant at) {}

    @Override
    public void look(Survey survey) {
        if (!survey.endpoint().takes(CHECK)) {
            return;
        }
        List<Modified> modified = survey.docs().stream()
                .flatMap(d -> modified(d).stream())
                .sorted(Comparator.comparing(Modified::at))
                .toList();
        if (modified.isEmpty()) {
            survey.report()
                    .note(survey.endpoint().path()
                            + ": no entity says when it was modified, modified_after not tried.");
            return;
        }
        from(survey, modified.getLast(), modified);
        from(survey, modified.get(modified.size() / 2), modified);
        Modified newest = modified.getLast();
        Params later = Params.of(CHECK, newest.at().plusSeconds(1));
        Survey.Matches found = survey.matching(later);
        survey.report().looked(CHECK);
        if (found.ids().contains(newest.doc().id())) {
            survey.report()
                    .error(
                            CHECK,
                            survey.endpoint().path() + later.query(),
                            "/contents",
                            "Finds %s, modified a second before."
                                    .formatted(newest.doc().id()));
        }
    }

    private static Optional<Modified> modified(Doc doc) {
        return doc.modifiedText().flatMap(text -> Doc.instant(text).map(at -> new Modified(doc, text, at)));
    }

    private static void from(Survey survey, Modified moment, List<Modified> all) {
        Params params = Params.of(CHECK, moment.text());
        String url = survey.endpoint().path() + params.query();
        Survey.Matches found = survey.matching(params);
        survey.report().looked(CHECK);
        for (Modified one : all) {
            boolean isFound = found.ids().contains(one.doc().id());
            if (isFound && one.at().isBefore(moment.at())) {
                survey.report()
                        .error(CHECK, url, "/contents", "Finds " + one.doc().id() + ", modified before: " + one.text());
            }
            if (!isFound && found.isComplete() && !one.at().isBefore(moment.at())) {
                survey.report()
                        .error(
                                CHECK,
                                url,
                                "/contents",
                                "Does not find %s, modified %s %s."
                                        .formatted(
                                                one.doc().id(),
                                                one.at().equals(moment.at()) ? "at that moment," : "after,",
                                                one.text()));
            }
        }
    }
}
