package org.kith.hsdscheck;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to check and how hard.
 *
 * @param base of the API: what stands before {@code /services}
 * @param schemas folder with the standard's {@code openapi.json}; null looks in the usual places
 * @param sample at most so many entities of a kind are looked at one by one
 * @param requests at most so many in all
 * @param timeout of one answer
 */
public record Options(
        URI base, @Nullable Path schemas, int sample, int requests, Duration timeout, boolean json, boolean strict) {
    static final String USAGE = """
            hsds-check URL [--schemas DIR] [--sample N] [--requests N] [--timeout SECONDS] [--json] [--strict]

              URL         the base of an HSDS 3.2 API, e.g. http://localhost:8081/hsds/v3
              --schemas   the standard's schema folder, with openapi.json in it; otherwise KITH_HSDS_SCHEMAS,
                          ../shared/hsds/3.2.3, or what is fetched once from the standard's repository
              --sample    look at most at so many entities of a kind one by one (20)
              --requests  send at most so many requests (3000)
              --timeout   wait so long for an answer (30)
              --json      the report as JSON
              --strict    warnings count as errors
            Ends with 0 when nothing is wrong, 1 with findings, 2 when it could not check.
            """;

    public static Options of(URI base) {
        return new Options(base, null, 20, 3000, Duration.ofSeconds(30), false, false);
    }

    public Options withSchemas(@Nullable Path folder) {
        return new Options(base, folder, sample, requests, timeout, json, strict);
    }

    public Options withSample(int entities) {
        return new Options(base, schemas, entities, requests, timeout, json, strict);
    }

    static Options parse(List<String> arguments) {
        @Nullable URI base = null;
        @Nullable Path schemas = null;
        int sample = 20;
        int requests = 3000;
        int seconds = 30;
        boolean json = false;
        boolean strict = false;
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            switch (argument) {
                case "--schemas" -> schemas = Path.of(value(argument, each));
                case "--sample" -> sample = number(argument, value(argument, each));
                case "--requests" -> requests = number(argument, value(argument, each));
                case "--timeout" -> seconds = number(argument, value(argument, each));
                case "--json" -> json = true;
                case "--strict" -> strict = true;
                default -> {
                    if (argument.startsWith("-") || base != null) {
                        throw new CannotCheck("Unknown argument: " + argument);
                    }
                    base = base(argument);
                }
            }
        }
        if (base == null) {
            throw new CannotCheck("No URL is given.");
        }
        return new Options(base, schemas, sample, requests, Duration.ofSeconds(seconds), json, strict);
    }

    private static URI base(String text) {
        try {
            URI base = URI.create(text.replaceFirst("/+$", ""));
            if (base.getHost() != null && List.of("http", "https").contains(base.getScheme())) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            throw new CannotCheck("Not a URL: " + text, e);
        }
        throw new CannotCheck("Not a URL of http or https: " + text);
    }

    private static String value(String option, Iterator<String> each) {
        if (!each.hasNext()) {
            throw new CannotCheck(option + " needs a value.");
        }
        return each.next();
    }

    private static int number(String option, String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new CannotCheck(option + " needs a number from 1.");
        }
        return Integer.parseInt(text);
    }
}
