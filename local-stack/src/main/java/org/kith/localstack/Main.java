package org.kith.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.kith.localstack.bench.Bench;
import org.kith.localstack.sample.Load;

/** The command behind {@code dev/run}: run, stop, status or bench. */
public final class Main {
    private final Path local;
    private final Path data;

    private Main(Path local) {
        this.local = local;
        this.data = local.resolve("data");
    }

    public static void main(String[] arguments) throws InterruptedException {
        // Only what we say; the JDK's HTTP client and the JDBC driver have nothing to add.
        System.setProperty("org.postgresql.level", "OFF");
        Main main = new Main(Parts.root().resolve(".local"));
        try {
            RunOptions options = RunOptions.of(List.of(arguments));
            System.exit(
                    switch (options.command()) {
                        case "run" -> main.run(options);
                        case "stop" -> main.stop();
                        case "status" -> main.status();
                        case "bench" -> bench();
                        default -> throw new StartFailed("Unknown command " + options.command());
                    });
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException | RuntimeException e) {
            System.err.println("Kith failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int bench() {
        Bench.run(Addresses.contract(), System.out);
        return 0;
    }

    private int run(RunOptions options) throws IOException, InterruptedException {
        try (Supervisor supervisor = Supervisor.claim(local)) {
            options.parent().ifPresent(Main::endWithParent);
            if (options.fresh()) {
                Stack.forget(data);
            }
            Progress progress = Progress.timed(System.out);
            Stack stack = Stack.start(data, Addresses.contract(), progress);
            load(stack, options, progress);
            progress.say("Everything is ready");
            System.out.print(Welcome.of(stack.addresses()));
            System.out.flush();
            supervisor.ready();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /** A directory that refuses the data is still one to look at. */
    private void load(Stack stack, RunOptions options, Progress progress) {
        try {
            new Load(stack, data.resolve("loaded"), progress).load(options.data());
        } catch (IOException e) {
            progress.say("The data could not be loaded: " + e.getMessage());
        }
    }

    /** Whoever started us in the foreground and was killed cannot press Ctrl-C any more. */
    private static void endWithParent(ProcessHandle parent) {
        // On a thread of its own: an exit waits for the stop, and on a small machine the common pool has one thread.
        parent.onExit().thenRunAsync(() -> System.exit(1), task -> new Thread(task, "parent-gone").start());
    }

    private int stop() throws IOException {
        boolean stopped = Supervisor.stopRunning(local, System.out);
        List<String> leftovers = Files.isDirectory(data) ? Stack.endLeftovers(data) : List.of();
        leftovers.forEach(name -> System.out.println(name + ": ended, left behind by an earlier run"));
        System.out.println(stopped || !leftovers.isEmpty() ? "Kith is stopped." : "Kith was not running.");
        return 0;
    }

    private int status() {
        boolean all = true;
        for (Part part : Part.values()) {
            String state = Health.of(part, Addresses.contract());
            all &= state.startsWith("UP");
            System.out.printf("%-20s %-6d %s%n", part.title(), part.contractPort(), state);
        }
        System.out.println(Supervisor.running(local)
                .map(pid -> "Kith runs (process " + pid + "); logs in " + data)
                .orElse("Kith does not run from this checkout."));
        return all ? 0 : 1;
    }
}
