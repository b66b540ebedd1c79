package org.kith.journeys;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds, renames and removes services of an organization, and remembers what was acknowledged. */
final class Editor implements Runnable {
    private static final String GONE = "";

    private final MortalDirectory directory;
    private final Random random;
    private final UUID organization;
    /** The names of each service that may be right: the acknowledged one, and those whose answer never came. */
    private final Map<UUID, List<String>> names = new LinkedHashMap<>();

    private volatile boolean stopped;
    private int acknowledged;
    private @Nullable Throwable refusal;

    Editor(MortalDirectory directory, long seed) {
        this.directory = directory;
        this.random = new Random(seed);
        this.organization = id();
    }

    void stop() {
        stopped = true;
    }

    int acknowledged() {
        return acknowledged;
    }

    @Override
    public void run() {
        boolean founded = false;
        while (!stopped) {
            try {
                if (!founded) {
                    founded = put(
                            "/v1/organizations/" + organization, "{\"name\": \"Crash\", \"description\": \"x\"}", "*");
                    continue;
                }
                List<UUID> known = List.copyOf(names.keySet());
                int choice = random.nextInt(10);
                if (known.size() < 5 || choice < 4) {
                    write(id());
                } else if (choice < 9) {
                    write(known.get(random.nextInt(known.size())));
                } else {
                    remove(known.get(random.nextInt(known.size())));
                }
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                refusal = e;
                return;
            }
        }
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void write(UUID id) throws IOException, InterruptedException {
        String name = "Circle " + random.nextInt(1_000_000);
        maybe(id, name);
        String body =
                "{\"name\": \"%s\", \"status\": \"active\", \"organization_id\": \"%s\"}".formatted(name, organization);
        if (put("/v1/services/" + id, body, "*")) {
            known(id, name);
        }
    }

    private void remove(UUID id) throws IOException, InterruptedException {
        maybe(id, GONE);
        HttpResponse<String> answer = directory.send(directory
                .request("/v1/services/" + id)
                .header("If-Match", "*")
                .DELETE()
                .build());
        if (answer.statusCode() == 204 || answer.statusCode() == 404) {
            known(id, GONE);
        }
    }

    /** What exists is replaced whatever its version; what does not is made. */
    private boolean put(String path, String body, String match) throws IOException, InterruptedException {
        HttpResponse<String> answer = directory.send(directory
                .request(path)
                .header("If-Match", match)
                .PUT(BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() == 412) {
            answer = directory.send(
                    directory.request(path).PUT(BodyPublishers.ofString(body)).build());
        }
        if (answer.statusCode() >= 300 && answer.statusCode() < 500) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        if (answer.statusCode() >= 500) {
            pause();
        }
        return answer.statusCode() < 300;
    }

    private void maybe(UUID id, String name) {
        names.computeIfAbsent(id, none -> new ArrayList<>(List.of(GONE))).add(name);
    }

    private void known(UUID id, String name) {
        names.put(id, new ArrayList<>(List.of(name)));
        acknowledged++;
    }

    /** Each service as it is now, against what it may be. */
    void verify() throws IOException, InterruptedException {
        if (refusal != null) {
            throw new AssertionError("The editor was refused", refusal);
        }
        for (Map.Entry<UUID, List<String>> service : names.entrySet()) {
            HttpResponse<String> found = directory.send(
                    directory.request("/v1/services/" + service.getKey()).build());
            boolean right = service.getValue().stream()
                    .anyMatch(name -> name.equals(GONE)
                            ? found.statusCode() == 404
                            : found.statusCode() == 200 && found.body().contains("\"" + name + "\""));
            if (!right) {
                throw new AssertionError("%s should be one of %s and is %d %s"
                        .formatted(service.getKey(), service.getValue(), found.statusCode(), found.body()));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
