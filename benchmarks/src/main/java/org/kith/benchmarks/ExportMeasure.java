package org.kith.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.kith.benchmarks.server.DirectoryUnderTest;
import org.kith.benchmarks.server.JavaServer;
import org.postgresql.PGConnection;

/** Everything as lines of JSON, beside COPY of the same documents out of the same table. */
final class ExportMeasure {
    /** The first that there is. */
    private static final List<String> EXPORTS =
            List.of("/v1/exports/hsds.ndjson", "/hsds/v3/services?format=ndjson&full=true");

    private static final String COPY =
            "copy (select convert_from(document, 'UTF8') from listing where not withdrawn order by service_id) to stdout (format csv, delimiter e'\\x01', quote e'\\x02')";

    private final Report report;
    private final DirectoryUnderTest directory;
    private final JavaServer service;

    ExportMeasure(Report report, DirectoryUnderTest directory, JavaServer service) {
        this.report = report;
        this.directory = directory;
        this.service = service;
    }

    private record Drained(String what, long lines, long bytes, double seconds) {
        double perSecond() {
            return lines / seconds;
        }
    }

    /** Counts the lines of services, which begin with their id, and throws all away. */
    private static final class Drain extends OutputStream {
        private static final int THIRD = 2;

        private long lines;
        private long bytes;
        private int column;
        private boolean service;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (column == THIRD) {
                    service = some[i] == 'i';
                }
                column++;
                if (some[i] == '\n') {
                    lines += service ? 1 : 0;
                    bytes += service ? column : 0;
                    column = 0;
                }
            }
        }
    }

    void measure(long listings) throws IOException, SQLException {
        report.title("### Export as NDJSON, beside COPY … TO");
        report.head("", "documents", "MB", "seconds", "documents /s", "MB resident after");
        // Whoever comes first warms the disk's cache for the other: each twice, the second counts.
        copy();
        Drained copied = copy();
        export();
        Drained exported = export();
        for (Drained one : List.of(copied, exported)) {
            report.row(
                    one.what(),
                    one.lines(),
                    one.bytes() >> 20,
                    one.seconds(),
                    one.perSecond(),
                    service.residentMegabytes());
        }
        report.checked(exported.lines() == listings ? 1 : 0, exported.lines() == listings ? 0 : 1);
        report.checked(exported.bytes() == copied.bytes() ? 1 : 0, exported.bytes() == copied.bytes() ? 0 : 1);
        report.goal("NDJSON export : COPY … TO", exported.perSecond() / copied.perSecond(), .5);
    }

    private Drained copy() throws SQLException, IOException {
        Drain drain = new Drain();
        try (Connection connection = DriverManager.getConnection(directory.jdbcUrl(), "postgres", "")) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, drain);
            return new Drained("COPY … TO", drain.lines, drain.bytes, (System.nanoTime() - start) / 1e9);
        }
    }

    private Drained export() throws IOException {
        for (String path : EXPORTS) {
            Drain drain = new Drain();
            long start = System.nanoTime();
            if (answered(path, drain)) {
                return new Drained("GET " + path, drain.lines, drain.bytes, (System.nanoTime() - start) / 1e9);
            }
        }
        throw new IOException("there is no export");
    }

    private boolean answered(String path, Drain drain) throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                    .build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                body.transferTo(drain);
            }
            return response.statusCode() == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
