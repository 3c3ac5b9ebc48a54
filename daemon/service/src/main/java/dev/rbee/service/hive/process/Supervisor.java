package dev.rbee.service.hive.process;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one owner of a machine's worker processes. Requests go into its mailbox and are answered by futures, each one on
 * every settled state, also when it closes; whoever wants to look gets a snapshot. Thread-safe; nothing here blocks.
 */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long LONGEST_NAP = TimeUnit.SECONDS.toNanos(60);

    private final BlockingQueue<Order> mail = new LinkedBlockingQueue<>();
    private final Children children;
    private final Thread thread;
    private volatile boolean closed;

    private Supervisor(SupervisorParts parts) {
        this.children = new Children(parts, mail::add);
        this.thread = Thread.ofPlatform().daemon().name("hive-supervisor").unstarted(this::run);
    }

    /** Starts its thread. */
    public static Supervisor start(SupervisorParts parts) {
        Supervisor supervisor = new Supervisor(parts);
        supervisor.thread.start();
        return supervisor;
    }

    /**
     * Starts a worker. The future holds its address once it serves, or after a while of loading; it fails with
     * {@code spawn_failed} (or what the worker itself said) when it ends before, {@code model_quarantined} or
     * {@code port_taken}.
     *
     * @param spawnId the same id gives the same answer and starts nothing more
     */
    public CompletableFuture<SpawnedWorker> spawn(WorkerPlan plan, @Nullable String spawnId) {
        CompletableFuture<SpawnedWorker> reply = new CompletableFuture<>();
        send(new Order.Spawn(plan, spawnId, reply), reply);
        return reply;
    }

    /**
     * Stops a worker: lets it finish for {@code drain}, then tells it to end, then kills it. Stopping one that has ended
     * forgets it, stopping one in quarantine releases its model. The future holds its last state; it fails with
     * {@code worker_not_found}.
     */
    public CompletableFuture<WorkerProcess> stop(String workerId, Duration drain) {
        CompletableFuture<WorkerProcess> reply = new CompletableFuture<>();
        send(new Order.Stop(workerId, drain, reply), reply);
        return reply;
    }

    /** Stops all and refuses new ones from now on; the future ends when no process is left. */
    public CompletableFuture<List<WorkerProcess>> stopAll(Duration drain) {
        CompletableFuture<List<WorkerProcess>> reply = new CompletableFuture<>();
        send(new Order.StopAll(drain, reply), reply);
        return reply;
    }

    /** All workers as they are now. */
    public List<WorkerProcess> processes() {
        return children.processes();
    }

    /** Has every worker that serves look for registry and queen again. Returns at once. */
    public void announceAgain() {
        children.announcements()
                .forEach(one -> Thread.ofVirtual().name("announce").start(one));
    }

    /** The log of a worker, also of one that ended not long ago. */
    public Optional<LogRing> log(String workerId) {
        return children.log(workerId);
    }

    /** Programs of engines that workers run, or will again. */
    public Set<Path> programs() {
        return children.programs();
    }

    /** Models of workers that run or will run again. */
    public Set<String> modelsInUse() {
        return processes().stream()
                .filter(p -> switch (p.state()) {
                    case RUNNING, STOPPING, WAITING -> true;
                    case QUARANTINED, EXITED -> false;
                })
                .map(WorkerProcess::model)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Looks at the clock now; for clocks that do not tick by themselves. */
    public void look() {
        mail.add(new Order.Look());
    }

    /** Kills what is left and ends; every waiter is answered. Blocks up to five seconds. */
    @Override
    public void close() {
        closed = true;
        mail.add(new Order.Close());
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failUnread();
    }

    private void send(Order order, CompletableFuture<?> reply) {
        mail.add(order);
        if (closed && !thread.isAlive()) {
            reply.completeExceptionally(ended());
        }
    }

    private void failUnread() {
        for (Order order = mail.poll(); order != null; order = mail.poll()) {
            switch (order) {
                case Order.Spawn spawn -> spawn.reply().completeExceptionally(ended());
                case Order.Stop stop -> stop.reply().completeExceptionally(ended());
                case Order.StopAll all -> all.reply().complete(List.of());
                case Order.Ready r -> LOG.trace("late {}", r);
                case Order.Complaint c -> LOG.trace("late {}", c);
                case Order.Loaded l -> LOG.trace("late {}", l);
                case Order.Ended e -> LOG.trace("late {}", e);
                case Order.Look l -> LOG.trace("late {}", l);
                case Order.Close c -> LOG.trace("late {}", c);
            }
        }
    }

    private static ProblemException ended() {
        return ProblemException.of(ProblemCode.DRAINING, "This hive is ending.", "Start it again, or ask another one.");
    }

    private void run() {
        while (true) {
            Order order;
            try {
                order = mail.poll(Math.min(children.untilDue(), LONGEST_NAP), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            try {
                if (order instanceof Order.Close) {
                    children.killAll();
                    return;
                }
                if (order != null) {
                    children.handle(order);
                }
                children.checkDeadlines();
            } catch (RuntimeException e) {
                LOG.error("order={} failed", order, e);
            } finally {
                children.publish();
            }
        }
    }
}
