package org.kith.hsdscheck;

import java.io.PrintStream;
import java.util.List;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // The schema library's log has no reader here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(Options.USAGE);
            return 0;
        }
        try {
            Options options = Options.parse(arguments);
            Report report = Conformance.check(options, err::println);
            Printed printed = new Printed(report, options);
            out.println(options.json() ? printed.json() : printed.text());
            return report.passes(options.strict()) ? 0 : 1;
        } catch (CannotCheck e) {
            err.println(e.getMessage());
            if (arguments.isEmpty()) {
                err.print(Options.USAGE);
            }
            return 2;
        }
    }
}
