package org.kith.directory.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.directory.platform.Scratch;

/** Works on imports in the background, one at a time. */
@ApplicationScoped
class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final long POLL_SECONDS = 2;
    private static final long BEAT_SECONDS = 5;

    private final Queue queue;
    private final Run run;
    private final Undo undo;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Job current;
    private @Nullable Thread worker;
    private @Nullable Thread heart;

    Worker(Queue queue, Run run, Undo undo) {
        this.queue = queue;
        this.run = run;
        this.undo = undo;
    }

    void start(@Observes StartupEvent event) {
        Scratch.sweep();
        worker = Thread.ofPlatform().daemon().name("import-worker").start(this::work);
        heart = Thread.ofPlatform().daemon().name("import-heart").start(this::beat);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (Thread thread : new @Nullable Thread[] {worker, heart}) {
            if (thread != null) {
                thread.interrupt();
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        }
    }

    /** There is something to do. */
    void wake() {
        wakes.release();
    }

    /** Whether whoever works should stop after the organization at hand; the rest is resumed later. */
    boolean isStopping() {
        return stopping;
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<Job> next = queue.claim();
                if (next.isPresent()) {
                    work(next.get());
                } else if (wakes.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
                    wakes.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The queue of imports cannot be read; trying again", e);
                pause();
            }
        }
    }

    private void work(Job job) {
        current = job;
        try {
            if (job.undo()) {
                undo.of(job, this::isStopping);
            } else {
                run.of(job, this::isStopping);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %s was interrupted; it will be resumed", job.id());
            queue.letGo(job.id());
        } finally {
            current = null;
        }
    }

    private void beat() {
        while (!stopping) {
            Job job = current;
            try {
                if (job != null) {
                    queue.beat(job.id());
                }
                TimeUnit.SECONDS.sleep(BEAT_SECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("No heartbeat this time", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(POLL_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
