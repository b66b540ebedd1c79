package org.kith.hsdscheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** A report for eyes, or for programs. */
record Printed(Report report, Options options) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        StringBuilder text = new StringBuilder();
        report.findings().stream()
                .sorted(Comparator.comparing(Finding::level))
                .forEach(f -> text.append("%-7s %s  %s%s%n        %s%s%n"
                        .formatted(
                                f.level(),
                                f.check(),
                                f.url(),
                                f.pointer().isEmpty() ? "" : "  at " + f.pointer(),
                                f.message(),
                                f.times() > 1 ? " (" + f.times() + " times)" : "")));
        report.notes().forEach(note -> text.append("NOTE    ").append(note).append(System.lineSeparator()));
        text.append("%n%-16s %8s %8s %8s%n".formatted("check", "looked", "errors", "warnings"));
        Set<String> checks = new TreeSet<>(report.looked().keySet());
        report.findings().forEach(f -> checks.add(f.check()));
        for (String check : checks) {
            text.append("%-16s %8d %8d %8d%n"
                    .formatted(
                            check,
                            report.looked().getOrDefault(check, 0),
                            count(check, Finding.Level.ERROR),
                            count(check, Finding.Level.WARNING)));
        }
        text.append("%n%s: %d errors, %d warnings; %d requests, %d bodies and lines validated%n"
                .formatted(
                        options.base(),
                        report.findings(Finding.Level.ERROR).size(),
                        report.findings(Finding.Level.WARNING).size(),
                        report.requests(),
                        report.bodies()));
        return text.toString().stripTrailing();
    }

    private long count(String check, Finding.Level level) {
        return report.findings(level).stream()
                .filter(f -> f.check().equals(check))
                .count();
    }

    String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("url", options.base().toString());
        json.put("errors", report.findings(Finding.Level.ERROR).size());
        json.put("warnings", report.findings(Finding.Level.WARNING).size());
        json.put("requests", report.requests());
        json.put("validated", report.bodies());
        for (Finding finding : report.findings()) {
            json.withArray("findings")
                    .addObject()
                    .put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT))
                    .put("check", finding.check())
                    .put("url", finding.url())
                    .put("pointer", finding.pointer())
                    .put("message", finding.message())
                    .put("times", finding.times());
        }
        report.notes().forEach(json.withArray("notes")::add);
        json.set("looked", JSON.valueToTree(new java.util.TreeMap<>(report.looked())));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
