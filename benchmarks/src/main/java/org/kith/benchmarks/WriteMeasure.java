package org.kith.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.HdrHistogram.Histogram;
import org.kith.benchmarks.http.HttpConnection;
import org.kith.benchmarks.server.DirectoryUnderTest;
import org.kith.benchmarks.server.JavaServer;
import org.kith.directory.hsds.HsdsJson;
import org.kith.localstack.TestTokens;

/** An editor writes, and looks for what was written until it is found. */
final class WriteMeasure {
    private static final int WRITES = 200;
    private static final int WARM_UP = 50;
    private static final long MOST_NANOS = 10_000_000_000L;

    private final Report report;
    private final DirectoryUnderTest directory;
    private final JavaServer service;
    private final Histogram written = new Histogram(60_000_000, 3);
    private final Histogram found = new Histogram(60_000_000, 3);
    private long atOnce;
    private long never;

    WriteMeasure(Report report, DirectoryUnderTest directory, JavaServer service) {
        this.report = report;
        this.directory = directory;
        this.service = service;
    }

    void measure() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(directory.jdbcUrl(), "postgres", "");
                PreparedStatement select = connection.prepareStatement(
                        "select service_id, document from listing where not withdrawn order by change desc limit ?");
                HttpConnection http = new HttpConnection(service.port())) {
            select.setInt(1, WRITES + WARM_UP);
            try (ResultSet rows = select.executeQuery()) {
                for (int i = -WARM_UP; rows.next(); i++) {
                    rewrite(http, rows.getString(1), rows.getBytes(2), i);
                }
            }
        }
        report.title("### Written, then found by search");
        report.say(
                "%d listings got a name that no other has (PUT), one after the other; the next search asked for it.",
                found.getTotalCount());
        report.head("", "p50 ms", "p99 ms", "max ms");
        report.row("the write", millis(written, 50), millis(written, 99), millis(written, 100));
        report.row(
                "from sending the write until it was found", millis(found, 50), millis(found, 99), millis(found, 100));
        report.say("");
        report.say("Found by the first search: %d. Never found in 10 s: %d.", atOnce, never);
        report.checked(found.getTotalCount(), never);
    }

    private void rewrite(HttpConnection http, String id, byte[] document, int number) throws IOException {
        ObjectNode changed = (ObjectNode) HsdsJson.tree(document);
        String word = "zq" + Long.toString(System.nanoTime(), 36);
        changed.put("name", "Circle " + word);
        changed.put("status", "active");
        changed.remove("assured_date");
        changed.remove("last_modified");
        String tag = http.ask(HttpConnection.get("/v1/services/" + id)).tag();
        String headers = "Authorization: Bearer " + TestTokens.of("steward") + "\r\nIf-Match: " + tag + "\r\n";
        byte[] search = HttpConnection.get("/v1/search?limit=1&q=" + word);
        long start = System.nanoTime();
        HttpConnection.Answer answer =
                http.ask(HttpConnection.json("PUT", "/v1/services/" + id, headers, HsdsJson.bytes(changed)));
        long put = System.nanoTime();
        if (answer.status() != 200) {
            throw new IOException("a write was answered %d: %s"
                    .formatted(answer.status(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        int asked = 0;
        boolean there = false;
        while (!there && System.nanoTime() - start < MOST_NANOS) {
            there = new String(http.ask(search).body(), StandardCharsets.UTF_8).startsWith("{\"total\":1,");
            asked++;
        }
        if (number >= 0) {
            written.recordValue((put - start) / 1_000);
            if (there) {
                found.recordValue((System.nanoTime() - start) / 1_000);
                atOnce += asked == 1 ? 1 : 0;
            } else {
                never++;
            }
        }
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
