package org.kith.localstack.bench;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.kith.localstack.Addresses;
import org.kith.localstack.Part;
import org.kith.localstack.Tokens;

/** The questions that the suite is asked most, put to what runs on the contract ports. */
public final class Bench {
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final String NEED = """
            {"k": 10, "age_band": "adult", "max_distance_km": 25,
             "location": {"country": "US", "region": "MD", "lat": 39.33, "lon": -76.60},
             "needs": [{"code": "grief", "priority": 3, "urgency": "routine"}]}
            """;

    private record Question(String name, HttpRequest request, String expected) {}

    private Bench() {}

    /** Prints a line for each question. */
    public static void run(Addresses addresses, PrintStream out) {
        String directory = addresses.url(Part.DIRECTORY).toString();
        Tokens tokens = new Tokens(addresses.realm());
        List<Question> questions = List.of(
                new Question("search by words", get(directory + "/v1/search?q=grief&limit=10"), "\"total\""),
                new Question(
                        "search nearby, with facets",
                        get(directory + "/v1/search?near=39.33,-76.60&radius_km=25&facets=true&limit=10"),
                        "\"facets\""),
                new Question("list of services", get(directory + "/hsds/v3/services?per_page=20"), "\"contents\""),
                new Question("match", match(addresses, tokens.of("clinic-riverside")), "\"match_id\""));
        out.printf(
                "%d processors, Java %s, %d clients, %d s each after %d s of warming up; the load comes from this machine%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                CLIENTS,
                MEASURED.toSeconds(),
                WARM_UP.toSeconds());
        out.printf("%-28s %10s %9s %9s %9s %9s%n", "", "answers/s", "p50 ms", "p99 ms", "right", "wrong");
        for (Question question : questions) {
            Load load = new Load(CLIENTS, question.request(), question.expected());
            load.run(WARM_UP);
            Load.Result result = load.run(MEASURED);
            out.println(String.format(
                    Locale.ROOT,
                    "%-28s %10.0f %9.1f %9.1f %9d %9d",
                    question.name(),
                    result.right() / (double) MEASURED.toSeconds(),
                    result.millis(50),
                    result.millis(99),
                    result.right(),
                    result.wrong()));
        }
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static HttpRequest match(Addresses addresses, String token) {
        return HttpRequest.newBuilder(URI.create(addresses.url(Part.MATCHING) + "/v1/matches"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(NEED))
                .build();
    }
}
