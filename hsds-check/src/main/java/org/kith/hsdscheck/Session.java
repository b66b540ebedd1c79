package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one way to the API: whatever a check asks for, its body is held against the standard's schema on the way. */
final class Session {
    private final Http http;
    private final Standard standard;
    private final Report report;
    private final Options options;
    private final List<Endpoint> endpoints;

    Session(Http http, Standard standard, Report report, Options options) {
        this.http = http;
        this.standard = standard;
        this.report = report;
        this.options = options;
        this.endpoints = standard.endpoints();
    }

    Report report() {
        return report;
    }

    int sample() {
        return options.sample();
    }

    Http http() {
        return http;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Null where there is none; that is a finding already. */
    @Nullable
    Sheet list(Endpoint endpoint, Params params) {
        return sheet(endpoint, params, http.get(endpoint.path() + params.query()));
    }

    /** Null where there is none; that is a finding already. */
    @Nullable
    Sheet posted(Endpoint endpoint, Params params) {
        return sheet(endpoint, params, http.post(endpoint.path() + params.query()));
    }

    private @Nullable Sheet sheet(Endpoint endpoint, Params params, Http.Answer answer) {
        JsonNode body = body(answer);
        if (body == null) {
            return null;
        }
        Sheet sheet = new Sheet(answer.url(), body);
        standard.envelopeViolations(body).forEach(v -> violation(answer.url(), "", v, Set.of()));
        if (!body.path("contents").isArray()) {
            report.error("schema", answer.url(), "/contents", "There is no array of contents.");
            return sheet;
        }
        List<JsonNode> items = sheet.items();
        for (int i = 0; i < items.size(); i++) {
            item(endpoint, params, items.get(i), answer.url(), "/contents/" + i);
        }
        return sheet;
    }

    /** Holds one entity of a list against the schema that its parameters ask for. */
    void item(Endpoint endpoint, Params params, JsonNode item, String url, String at) {
        report.validated();
        Set<String> nulls = nulls(item, url, at);
        if (params.isTrue("minimal")) {
            return; // A stamp has no schema of its own; its check knows it.
        }
        boolean isWhole = params.isTrue("full") || params.isTrue("full_service");
        String reference = isWhole && endpoint.whole() != null ? endpoint.whole() : endpoint.item();
        standard.violations(reference, item).forEach(v -> violation(url, at, v, nulls));
        if (params.isTrue("full_service")) {
            services(item, url, at, nulls);
        }
        if (!isWhole) {
            item.properties().stream()
                    .filter(f -> f.getValue().isArray() && !standard.knows(endpoint.item(), f.getKey()))
                    .forEach(f -> report.warning(
                            "schema", url, at + "/" + f.getKey(), "A list item has only to-one fields."));
        }
    }

    private void services(JsonNode organization, String url, String at, Set<String> nulls) {
        Endpoint services = endpoints.stream()
                .filter(e -> e.name().equals("services"))
                .findFirst()
                .orElse(null);
        if (services == null || services.whole() == null) {
            return;
        }
        String reference = Objects.requireNonNull(services.whole());
        int number = 0;
        for (JsonNode service : organization.path("services")) {
            String place = at + "/services/" + number++;
            report.validated();
            String inside = "/services/" + place.substring(place.lastIndexOf('/') + 1);
            standard.violations(reference, service).stream()
                    .filter(v -> !nulls.contains(inside + v.pointer()))
                    .forEach(v -> violation(url, place, v, Set.of()));
        }
    }

    /** One entity; null where it cannot be read, which is a finding already. */
    @Nullable
    JsonNode read(Endpoint endpoint, String id, Params params) {
        return member(endpoint, params, http.get(endpoint.path() + "/" + id + params.query()));
    }

    private @Nullable JsonNode member(Endpoint endpoint, Params params, Http.Answer answer) {
        JsonNode body = body(answer);
        if (body != null && endpoint.whole() != null) {
            report.validated();
            Set<String> nulls = nulls(body, answer.url(), "");
            standard.violations(Objects.requireNonNull(endpoint.whole()), body)
                    .forEach(v -> violation(answer.url(), "", v, nulls));
            if (params.isTrue("full_service")) {
                services(body, answer.url(), "", nulls);
            }
        }
        return body;
    }

    /** The root of the API. */
    void root() {
        Http.Answer answer = http.get("/");
        JsonNode body = body(answer);
        if (body == null) {
            return;
        }
        report.validated();
        Set<String> nulls = nulls(body, answer.url(), "");
        standard.rootViolations(body).forEach(v -> violation(answer.url(), "", v, nulls));
        for (String field : List.of("version", "profile", "openapi_url")) {
            if (!body.path(field).isTextual()) {
                report.warning("root", answer.url(), "/" + field, "An API says its " + field + ".");
            }
        }
        report.looked("root");
        if (!body.path("version").asText().startsWith("3.")) {
            report.warning("root", answer.url(), "/version", "This is a check of HSDS " + SchemaFolder.VERSION + ".");
        }
    }

    /** The body of a 200; anything else is a finding. */
    private @Nullable JsonNode body(Http.Answer answer) {
        report.looked("status");
        if (!answer.isOk()) {
            report.error(
                    "status",
                    answer.url(),
                    "",
                    answer.status() == Http.NO_ANSWER
                            ? "The connection broke off, or took too long."
                            : "Answers " + answer.status() + " where 200 is expected.");
            return null;
        }
        manners(answer);
        if (!answer.isJson()) {
            report.error("content-type", answer.url(), "", "Not JSON, but " + answer.type() + ".");
        }
        return answer.body();
    }

    /** What holds for every 200. */
    void manners(Http.Answer answer) {
        report.looked("cors");
        if (answer.allowedOrigin().isEmpty()) {
            report.warning(
                    "cors",
                    answer.url(),
                    "",
                    "Without Access-Control-Allow-Origin a web page elsewhere cannot read it.");
        }
    }

    private Set<String> nulls(JsonNode node, String url, String at) {
        Set<String> found = new HashSet<>();
        List<String> path = new ArrayList<>();
        nulls(node, path, found);
        report.looked("nulls");
        found.forEach(pointer ->
                report.error("nulls", url, at + pointer, "Null is not a value of the standard: leave the field out."));
        return found;
    }

    private static void nulls(JsonNode node, List<String> path, Set<String> found) {
        if (node.isNull()) {
            found.add(path.isEmpty() ? "" : "/" + String.join("/", path));
        }
        node.properties().forEach(field -> {
            path.addLast(field.getKey());
            nulls(field.getValue(), path, found);
            path.removeLast();
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            path.addLast(Integer.toString(i));
            nulls(node.get(i), path, found);
            path.removeLast();
        }
    }

    /** @param nulls already found, and not to be told a second time */
    private void violation(String url, String at, Standard.Violation violation, Set<String> nulls) {
        if (!nulls.contains(violation.pointer())) {
            report.error("schema", url, at + violation.pointer(), violation.message());
        }
    }
}
