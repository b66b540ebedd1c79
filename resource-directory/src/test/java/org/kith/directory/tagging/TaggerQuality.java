package org.kith.directory.tagging;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kith.contracts.Vocabulary;

/**
 * How right inferred codes are, beside a naive reading that takes a code wherever the words of its label stand, over
 * services that somebody read and labelled.
 */
public final class TaggerQuality {
    private final Map<String, Wording> texts;
    private final List<Labels.Labelled> labels;

    TaggerQuality() throws IOException {
        texts = BaltimoreTexts.all();
        labels = Labels.all();
    }

    public static void main(String[] arguments) throws IOException {
        if (!BaltimoreTexts.areThere()) {
            System.out.println("The texts are not there: " + BaltimoreTexts.FOLDER);
            return;
        }
        TaggerQuality quality = new TaggerQuality();
        System.out.printf(
                "rules %s (%s)%n",
                RuleBook.standard().version(), RuleBook.standard().hash().substring(0, 12));
        for (String set : List.of("tune", "held-out")) {
            quality.print(set);
        }
        quality.printSpeed();
    }

    Map<String, Measure> byRules(String set) {
        Tagger tagger = RuleBook.standard().tagger();
        return measure(
                set,
                text -> tagger.infer(text).stream()
                        .collect(Collectors.groupingBy(
                                Inference::taxonomy, Collectors.mapping(Inference::code, Collectors.toSet()))));
    }

    /** The naive reading: some word of the code itself, and where it has several all of them, somewhere in the text. */
    Map<String, Measure> byNames(String set) {
        return measure(set, TaggerQuality::named);
    }

    private Map<String, Measure> measure(String set, Function<Wording, Map<String, Set<String>>> reading) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Labels.LISTS.forEach(list -> measures.put(list, new Measure()));
        for (Labels.Labelled labelled : labels) {
            Wording text = texts.get(labelled.service());
            if (!labelled.set().equals(set) || text == null) {
                continue;
            }
            Map<String, Set<String>> inferred = reading.apply(text);
            measures.forEach((list, measure) -> measure.count(
                    labelled.codes().getOrDefault(list, Set.of()), inferred.getOrDefault("kith:" + list, Set.of())));
        }
        return measures;
    }

    private static Map<String, Set<String>> named(Wording text) {
        String all = (text.name() + " " + text.alternateName() + " " + text.description() + " " + text.eligibility())
                .toLowerCase(Locale.ROOT);
        Set<String> words =
                Arrays.stream(all.split("[^a-z]+", -1)).map(Stems::of).collect(Collectors.toSet());
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String list : Labels.LISTS) {
            found.put(
                    "kith:" + list,
                    Vocabulary.standard().codes(list).stream()
                            .filter(code -> Arrays.stream(code.split("_", -1))
                                    .map(Stems::of)
                                    .allMatch(words::contains))
                            .collect(Collectors.toSet()));
        }
        return found;
    }

    private void print(String set) {
        Map<String, Measure> rules = byRules(set);
        Map<String, Measure> names = byNames(set);
        long services = labels.stream().filter(l -> l.set().equals(set)).count();
        System.out.printf("%n%s: %d services%n", set, services);
        System.out.printf(
                "%-10s %9s %6s %6s %6s %6s   %s%n",
                "list", "precision", "recall", "right", "wrong", "missed", "naive precision, recall");
        rules.forEach((list, m) -> System.out.printf(
                Locale.ROOT,
                "%-10s %9.3f %6.3f %6d %6d %6d   %.3f, %.3f%n",
                list,
                m.precision(),
                m.recall(),
                m.right(),
                m.wrong(),
                m.missed(),
                naive(names, list).precision(),
                naive(names, list).recall()));
        rules.forEach((list, m) -> m.byCode()
                .forEach((code, n) -> System.out.printf(
                        Locale.ROOT, "  %-36s right %3d wrong %3d missed %3d%n", list + "/" + code, n[0], n[1], n[2])));
    }

    private static Measure naive(Map<String, Measure> names, String list) {
        return names.getOrDefault(list, new Measure());
    }

    /** Of this thread alone, so that whatever else the machine does counts for nothing. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void printSpeed() {
        Tagger tagger = RuleBook.standard().tagger();
        long read = 0;
        long rounds = 5;
        long codes = 0;
        long start = 0;
        for (long round = 0; round <= rounds; round++) {
            if (round == 1) {
                // The first round only warms up.
                start = processorTime();
                read = 0;
                codes = 0;
            }
            for (Wording text : texts.values()) {
                codes += tagger.infer(text).size();
                read++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%n%.0f listings for each second of one core, %.1f codes each%n",
                read * 1e9 / (processorTime() - start),
                (double) codes / read);
    }
}
