package dev.rbee.service.hive.process;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a worker until its model is loaded or its process is gone. */
final class LoadWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LoadWatch.class);
    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration MOST = Duration.ofSeconds(1);

    private LoadWatch() {}

    static void start(WorkerDoor door, WorkerPlan plan, int run, int port, long pid, Consumer<Order> post) {
        String id = plan.workerId();
        Thread.ofVirtual().name("load-" + id).start(() -> {
            try {
                if (await(door, plan, port, pid)) {
                    post.accept(new Order.Loaded(id, run));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static boolean await(WorkerDoor door, WorkerPlan plan, int port, long pid) throws InterruptedException {
        Duration wait = FIRST;
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            try {
                if (door.loaded(plan, port)) {
                    return true;
                }
            } catch (IOException e) {
                LOG.debug("worker={} port={} does not answer yet: {}", plan.workerId(), port, e.toString());
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(3).dividedBy(2);
            wait = wait.compareTo(MOST) > 0 ? MOST : wait;
        }
        return false;
    }
}
