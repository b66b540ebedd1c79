package org.kith.localstack.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** Some clients, each asking as soon as it was answered. */
final class Load {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int clients;
    private final HttpRequest request;
    private final String expected;

    /** @param expected what a right answer contains */
    Load(int clients, HttpRequest request, String expected) {
        this.clients = clients;
        this.request = request;
        this.expected = expected;
    }

    /** @param nanos of the right answers, shortest first */
    record Result(long[] nanos, long wrong) {
        long right() {
            return nanos.length;
        }

        double millis(int percentile) {
            return nanos.length == 0 ? Double.NaN : nanos[(nanos.length - 1) * percentile / 100] / 1e6;
        }
    }

    Result run(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        List<CompletableFuture<Result>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            CompletableFuture<Result> done = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> done.complete(ask(end)));
            work.add(done);
        }
        List<Result> results = work.stream().map(CompletableFuture::join).toList();
        return new Result(
                results.stream()
                        .flatMapToLong(result -> LongStream.of(result.nanos()))
                        .sorted()
                        .toArray(),
                results.stream().mapToLong(Result::wrong).sum());
    }

    private Result ask(long end) {
        LongStream.Builder nanos = LongStream.builder();
        long wrong = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            if (isRight()) {
                nanos.add(System.nanoTime() - start);
            } else {
                wrong++;
            }
        }
        return new Result(nanos.build().toArray(), wrong);
    }

    private boolean isRight() {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains(expected);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
