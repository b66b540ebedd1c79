package org.kith.benchmarks.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kith.benchmarks.http.HttpConnection;
import org.kith.benchmarks.measure.Work;

/** Asks the service. An answer is right when its total is the expected one; whole answers are compared once, before. */
public final class OverHttp implements Work {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpConnection connection;
    private final List<byte[]> requests;
    private final List<byte[]> beginnings;

    private OverHttp(HttpConnection connection, List<byte[]> requests, List<byte[]> beginnings) {
        this.connection = connection;
        this.requests = requests;
        this.beginnings = beginnings;
    }

    public static Work.Source clients(int port, List<SearchQuery> queries, List<Found> expected) {
        List<byte[]> requests =
                queries.stream().map(q -> HttpConnection.get(q.path())).toList();
        List<byte[]> beginnings = expected.stream()
                .map(found -> ("{\"total\":" + found.total() + ",").getBytes(StandardCharsets.US_ASCII))
                .toList();
        return () -> new OverHttp(new HttpConnection(port), requests, beginnings);
    }

    public static Found ask(HttpConnection connection, SearchQuery query) throws IOException {
        HttpConnection.Answer answer = connection.ask(HttpConnection.get(query.path()));
        if (answer.status() != 200) {
            throw new IOException(query.path() + " was answered " + answer.status());
        }
        return Found.of(JSON.readTree(answer.body()));
    }

    @Override
    public boolean turn(int turn) throws IOException {
        int i = turn % requests.size();
        HttpConnection.Answer answer = connection.ask(requests.get(i));
        return answer.status() == 200 && begins(answer.body(), beginnings.get(i));
    }

    private static boolean begins(byte[] body, byte[] beginning) {
        return body.length > beginning.length
                && java.util.Arrays.equals(body, 0, beginning.length, beginning, 0, beginning.length);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
