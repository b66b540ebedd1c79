package org.kith.matching.persona;

import java.io.PrintStream;

/** Prints how well the persons are served, beside the baselines; the argument is the number of directories a person. */
public final class MatchingQuality {
    private static final PrintStream OUT = System.out;
    private static final int USUAL_SEEDS = 5;

    private MatchingQuality() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].matches("[1-9][0-9]{0,3}")) {
            OUT.println("matching-quality [directories per person, 5 by default]");
            return;
        }
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_SEEDS;
        Report report = Report.of(People.all(), seeds);
        OUT.println("What is not met, by person:");
        for (String severity : new String[] {"safety", "must", "should"}) {
            report.faults(severity).forEach(OUT::println);
        }
        OUT.println();
        OUT.println(report.people());
        OUT.printf(
                "%d persons of our own, %d of the examples, %d directories each%n%n",
                People.ours().size(), People.examples().size(), seeds);
        OUT.println(report.table());
    }
}
