package org.kith.hsdscheck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The whole check, in two levels: every body is held against the schemas of the standard, and the lists are tried as
 * those do who build on them.
 */
public final class Conformance {
    private static final Map<String, Check> CHECKS = checks();

    private Conformance() {}

    private static Map<String, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("parameters", new EveryParameter());
        checks.put("pages", new Paging());
        checks.put("ids", new Members());
        checks.put("filters", new Filters());
        checks.put("filters together", new Conjunction());
        checks.put("search", new Searching());
        checks.put("modified_after", new ModifiedAfter());
        checks.put("minimal and full", new Forms());
        checks.put("postcode and proximity", new Nearby());
        checks.put("top terms", new TopTerms());
        checks.put("POST", new Posting());
        checks.put("ndjson", new Streaming());
        checks.put("refusals", new Refusals());
        return checks;
    }

    /**
     * Looks at everything that the API offers.
     *
     * @param progress a line now and then
     * @throws CannotCheck when the schemas or the API are not there
     */
    public static Report check(Options options, Consumer<String> progress) {
        Standard standard = Standard.in(SchemaFolder.find(options.schemas(), progress));
        Report report = new Report();
        try (Http http = new Http(options, report)) {
            Session session = new Session(http, standard, report, options);
            progress.accept("/");
            session.root();
            for (Endpoint endpoint : session.endpoints()) {
                progress.accept(endpoint.path());
                Survey.of(endpoint, session)
                        .ifPresent(survey -> CHECKS.forEach((name, check) -> {
                            progress.accept(
                                    "%s %s (%d requests so far)".formatted(endpoint.path(), name, report.requests()));
                            check.look(survey);
                        }));
            }
        }
        return report;
    }
}
