package org.kith.matching.persona;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.kith.matching.persona.Trial.Finding;
import org.kith.matching.persona.Trial.Outcome;
import org.kith.matching.persona.Trial.Result;

/** What many trials come to, beside the baselines and the goals. */
final class Report {
    private final List<Outcome> outcomes;

    Report(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    static Report of(List<com.fasterxml.jackson.databind.JsonNode> people, int seeds) {
        List<Outcome> outcomes = new ArrayList<>();
        for (var persona : people) {
            for (int seed = 0; seed < seeds; seed++) {
                outcomes.add(Trial.of(persona, seed));
            }
        }
        return new Report(outcomes);
    }

    List<String> faults(String severity) {
        List<String> faults = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            outcome.kith().findings().stream()
                    .filter(finding -> finding.severity().equals(severity) && !finding.isMet())
                    .map(finding ->
                            "%s %s: %s %s".formatted(outcome.person(), severity, finding.fault(), finding.expected()))
                    .forEach(faults::add);
        }
        return faults;
    }

    /** Of all expectations of a severity, the share that is met. */
    double met(String severity) {
        return share(Outcome::kith, finding -> finding.severity().equals(severity));
    }

    double gain() {
        return mean(outcome -> outcome.kith().gain());
    }

    double bestBaselineGain() {
        return Math.max(
                mean(outcome -> outcome.nearest().gain()),
                mean(outcome -> outcome.text().gain()));
    }

    double coverage() {
        return mean(outcome -> outcome.kith().coverage());
    }

    String table() {
        StringBuilder table = new StringBuilder();
        row(table, "", "Kith", "category+distance", "text+filters", "goal");
        list(table, "safety, of lists", "safety", "100 %");
        list(table, "must, of lists", "must", ">= 98 %");
        list(table, "should, of lists", "should", ">= 85 %");
        row(table, "safety, all", percent(met("safety")), "-", "-", "100 %");
        row(table, "must, all", percent(met("must")), "-", "-", ">= 98 %");
        row(table, "should, all", percent(met("should")), "-", "-", ">= 85 %");
        means(table, "nDCG@10", Result::gain, ">= .70, best + .20");
        means(table, "types covered in 5", Result::coverage, ">= .95");
        return table.toString();
    }

    /** One line a person, the worst first. */
    String people() {
        Map<String, List<Outcome>> people = new LinkedHashMap<>();
        outcomes.forEach(outcome -> people.computeIfAbsent(outcome.person(), id -> new ArrayList<>())
                .add(outcome));
        StringBuilder table = new StringBuilder("person  safety   must  should  nDCG  near  text  cover  skipped\n");
        people.forEach((id, own) -> {
            Report report = new Report(own);
            table.append("%-6s %s %s %s %5.2f %5.2f %5.2f %6.2f %8d%n"
                    .formatted(
                            id,
                            percent(report.met("safety")),
                            percent(report.met("must")),
                            percent(report.met("should")),
                            report.gain(),
                            report.mean(outcome -> outcome.nearest().gain()),
                            report.mean(outcome -> outcome.text().gain()),
                            report.coverage(),
                            own.stream().mapToInt(Outcome::skipped).sum()));
        });
        return table.toString();
    }

    private void list(StringBuilder table, String name, String severity, String goal) {
        Predicate<Finding> these = finding -> finding.severity().equals(severity) && finding.isOfLists();
        row(
                table,
                name,
                percent(share(Outcome::kith, these)),
                percent(share(Outcome::nearest, these)),
                percent(share(Outcome::text, these)),
                goal);
    }

    private void means(StringBuilder table, String name, ToDoubleFunction<Result> value, String goal) {
        row(
                table,
                name,
                number(mean(outcome -> value.applyAsDouble(outcome.kith()))),
                number(mean(outcome -> value.applyAsDouble(outcome.nearest()))),
                number(mean(outcome -> value.applyAsDouble(outcome.text()))),
                goal);
    }

    private double share(Function<Outcome, Result> method, Predicate<Finding> which) {
        List<Finding> these = outcomes.stream()
                .flatMap(outcome -> method.apply(outcome).findings().stream())
                .filter(which)
                .toList();
        return these.isEmpty() ? 1 : these.stream().filter(Finding::isMet).count() / (double) these.size();
    }

    private double mean(ToDoubleFunction<Outcome> value) {
        return outcomes.stream()
                .mapToDouble(value)
                .filter(number -> !Double.isNaN(number))
                .average()
                .orElse(Double.NaN);
    }

    private static void row(StringBuilder table, String name, String kith, String near, String text, String goal) {
        table.append("%-20s %8s %18s %13s   %s%n".formatted(name, kith, near, text, goal));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%5.1f %%", 100 * share);
    }

    private static String number(double mean) {
        return String.format(Locale.ROOT, "%.3f", mean);
    }
}
