package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** {@code minimal}, {@code full} and {@code full_service} give what they are called. */
final class Forms implements Check {
    private static final Set<String> STAMP = Set.of("id", "last_modified");
    private static final Set<String> OLD_STAMP = Set.of("id", "modified_date");

    @Override
    public void look(Survey survey) {
        if (survey.endpoint().takes("minimal")) {
            minimal(survey);
        }
        if (survey.endpoint().takes("full")) {
            full(survey);
        }
        if (survey.endpoint().takes("full_service")) {
            fullService(survey);
        }
    }

    private static void minimal(Survey survey) {
        Sheet sheet = survey.session().list(survey.endpoint(), Params.of("minimal", true));
        if (sheet == null) {
            return;
        }
        survey.report().looked("minimal");
        int number = 0;
        for (JsonNode item : sheet.items()) {
            String at = "/contents/" + number++;
            Set<String> fields = new TreeSet<>();
            item.properties().forEach(f -> fields.add(f.getKey()));
            if (!STAMP.containsAll(fields) && !OLD_STAMP.containsAll(fields)) {
                survey.report()
                        .error(
                                "minimal",
                                sheet.url(),
                                at,
                                "More than id and last_modified: " + String.join(", ", fields));
            } else if (!fields.contains("id")) {
                survey.report().error("minimal", sheet.url(), at, "There is no id.");
            } else if (Doc.modifiedText(item).flatMap(Doc::instant).isEmpty()) {
                survey.report().warning("minimal", sheet.url(), at, "There is no last_modified.");
            }
        }
        if (sheet.items().size() < sheet.total().orElse(0)) {
            survey.report()
                    .warning(
                            "minimal",
                            sheet.url(),
                            "/contents",
                            "Not all in one answer: %d of %d."
                                    .formatted(
                                            sheet.items().size(), sheet.total().orElse(0)));
        }
    }

    private static void full(Survey survey) {
        Sheet sheet = survey.session()
                .list(
                        survey.endpoint(),
                        Params.of("full", true).and("per_page", survey.session().sample()));
        if (sheet == null) {
            return;
        }
        survey.report().looked("full");
        for (JsonNode item : sheet.items()) {
            survey.docs().stream()
                    .filter(d -> d.id().equals(item.path("id").asText()))
                    .forEach(doc -> doc.whole().properties().stream()
                            .filter(f -> f.getValue().isArray()
                                    && !f.getValue().isEmpty()
                                    && !item.path(f.getKey()).isArray())
                            .forEach(f -> survey.report()
                                    .error(
                                            "full",
                                            sheet.url(),
                                            "/" + f.getKey(),
                                            "Not nested in full: it is in the document of " + doc.id())));
        }
    }

    /** Somewhere a service inside has what only whole services have. */
    private static void fullService(Survey survey) {
        Sheet plain = survey.session()
                .list(
                        survey.endpoint(),
                        Params.of("full", true).and("per_page", survey.session().sample()));
        Sheet whole = survey.session()
                .list(
                        survey.endpoint(),
                        Params.of("full_service", true)
                                .and("per_page", survey.session().sample()));
        if (plain == null || whole == null) {
            return;
        }
        survey.report().looked("full_service");
        boolean hasServices =
                plain.items().stream().anyMatch(o -> !o.path("services").isEmpty());
        boolean isNested = whole.items().stream()
                .flatMap(o -> o.path("services").valueStream())
                .anyMatch(s -> s.valueStream().anyMatch(JsonNode::isArray));
        if (hasServices && !isNested) {
            survey.report().error("full_service", whole.url(), "/contents", "No service inside has any of its arrays.");
        } else if (!hasServices) {
            survey.report().note(survey.endpoint().path() + ": no sampled organization names its services.");
        }
    }
}
