package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** What a list names can be read, as what it is; what nobody named cannot. */
final class Members implements Check {
    private static final String CHECK = "ids";

    @Override
    public void look(Survey survey) {
        Endpoint endpoint = survey.endpoint();
        if (endpoint.whole() == null) {
            return;
        }
        for (Doc doc : survey.docs()) {
            survey.report().looked(CHECK);
            String said = doc.whole().path("id").asText();
            if (!said.equals(doc.id())) {
                survey.report()
                        .error(
                                CHECK,
                                endpoint.path() + "/" + doc.id(),
                                "/id",
                                "Another entity is answered than was asked for: " + said);
            }
        }
        String unknown = endpoint.path() + "/" + UUID.randomUUID();
        Http.Answer answer = survey.session().http().get(unknown);
        survey.report().looked(CHECK);
        if (answer.status() != 404) {
            if (answer.status() >= 400 && answer.status() < 500) {
                survey.report().warning(CHECK, unknown, "", "Answers " + answer.status() + " where 404 is expected.");
            } else {
                survey.report().error(CHECK, unknown, "", "Answers " + answer.status() + " where 404 is expected.");
            }
        } else {
            Refusals.shape(survey.report(), CHECK, answer);
        }
        consistent(survey);
    }

    /** The list item tells the same as the document, where both say something. */
    private static void consistent(Survey survey) {
        Sheet sheet = survey.session()
                .list(survey.endpoint(), Params.of("per_page", survey.session().sample()));
        if (sheet == null) {
            return;
        }
        for (JsonNode item : sheet.items()) {
            survey.docs().stream()
                    .filter(d -> d.id().equals(item.path("id").asText()))
                    .findFirst()
                    .ifPresent(doc -> item.properties().stream()
                            .filter(f ->
                                    f.getValue().isValueNode() && doc.whole().has(f.getKey()))
                            .filter(f -> !f.getValue().equals(doc.whole().path(f.getKey())))
                            .forEach(f -> survey.report()
                                    .error(
                                            CHECK,
                                            sheet.url(),
                                            "/" + f.getKey(),
                                            "The list says something else than "
                                                    + survey.endpoint().path() + "/" + doc.id())));
        }
    }
}
