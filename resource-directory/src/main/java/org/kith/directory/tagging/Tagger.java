package org.kith.directory.tagging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a listing once and says which codes its words speak for; silent where they do not speak clearly. */
public final class Tagger {
    private static final Trigger[] NONE = {};

    private final PhraseTree tree;
    private final Contexts contexts;
    private final List<Goal> goals;
    private final Crosswalk crosswalk;
    private final Trigger[][] triggers;

    /** A rule that a phrase sets off. */
    private record Trigger(int goal, int number, Rule rule) {}

    Tagger(PhraseTree tree, Contexts contexts, List<Goal> goals, Crosswalk crosswalk) {
        this.tree = tree;
        this.contexts = contexts;
        this.goals = List.copyOf(goals);
        this.crosswalk = crosswalk;
        List<List<Trigger>> byPhrase = new ArrayList<>();
        for (int phrase = 0; phrase < tree.size(); phrase++) {
            byPhrase.add(new ArrayList<>());
        }
        int number = 0;
        for (int goal = 0; goal < goals.size(); goal++) {
            for (Rule rule : goals.get(goal).rules()) {
                Trigger trigger = new Trigger(goal, number++, rule);
                rule.any().stream().forEach(phrase -> byPhrase.get(phrase).add(trigger));
            }
        }
        triggers = byPhrase.stream().map(list -> list.toArray(NONE)).toArray(Trigger[][]::new);
    }

    /** The codes of a list that may be inferred, also of a list that is open to any word. */
    public SortedSet<String> codes(String list) {
        SortedSet<String> codes = new TreeSet<>();
        for (Goal goal : goals) {
            if (goal.list().equals(list)) {
                goal.rules().forEach(rule -> codes.add(rule.code()));
            }
        }
        crosswalk.meanings().filter(m -> m.list().equals(list)).forEach(m -> codes.add(m.code()));
        codes.remove(Goal.NONE);
        return codes;
    }

    List<Goal> goals() {
        return goals;
    }

    /** In the order of lists in the files of rules. */
    public List<Inference> infer(Wording wording) {
        Reading reading = read(wording);
        Evidence evidence = new Evidence(reading, reading.find(), contexts);
        List<Map<String, Tally>> tallies = new ArrayList<>();
        goals.forEach(goal -> tallies.add(new LinkedHashMap<>()));
        for (Reading.Hit hit : evidence.hits()) {
            WordField field = reading.field(hit);
            for (Trigger trigger : triggers[hit.phrase()]) {
                Rule rule = trigger.rule();
                if (rule.points()[field.ordinal()] != 0 && evidence.holds(rule, hit)) {
                    tallies.get(trigger.goal())
                            .computeIfAbsent(rule.code(), c -> new Tally())
                            .add(rule, trigger.number(), field, hit);
                }
            }
        }
        for (Wording.Term term : wording.terms()) {
            crosswalk.of(term).forEach(meaning -> translate(meaning, term, tallies));
        }
        List<Inference> inferred = new ArrayList<>();
        for (int goal = 0; goal < goals.size(); goal++) {
            judge(goals.get(goal), tallies.get(goal), reading, inferred);
        }
        return inferred;
    }

    private Reading read(Wording wording) {
        Reading reading = new Reading(tree);
        WordReader words = new WordReader(reading, contexts);
        words.plain(wording.name(), WordField.NAME);
        words.plain(wording.alternateName(), WordField.ALTERNATE_NAME);
        words.description(wording.description());
        words.eligibility(wording.eligibility());
        words.plain(wording.fees(), WordField.FEES);
        words.plain(wording.application(), WordField.APPLICATION);
        words.plain(wording.organization(), WordField.ORGANIZATION);
        wording.terms().forEach(term -> words.plain(term.name(), WordField.TERM));
        return reading;
    }

    private void translate(Crosswalk.Meaning meaning, Wording.Term term, List<Map<String, Tally>> tallies) {
        for (int goal = 0; goal < goals.size(); goal++) {
            if (goals.get(goal).list().equals(meaning.list())) {
                tallies.get(goal)
                        .computeIfAbsent(meaning.code(), c -> new Tally())
                        .add(meaning, term);
            }
        }
    }

    private static void judge(Goal goal, Map<String, Tally> tallies, Reading reading, List<Inference> inferred) {
        double best = 0;
        double second = 0;
        for (Tally tally : tallies.values()) {
            if (tally.points() > best) {
                second = best;
                best = tally.points();
            } else if (tally.points() > second) {
                second = tally.points();
            }
        }
        for (Map.Entry<String, Tally> one : tallies.entrySet()) {
            Tally tally = one.getValue();
            boolean enough = tally.points() >= goal.needs() && tally.rule() != null;
            boolean leads =
                    !goal.single() || (tally.points() == best && best > second && best >= second * goal.margin());
            // Held here too, whatever the rules say.
            if (enough
                    && leads
                    && !one.getKey().equals(Goal.NONE)
                    && !NeverInferred.includes(goal.list(), one.getKey())) {
                inferred.add(tally.inference(goal.taxonomy(), one.getKey(), reading));
            }
        }
    }
}
