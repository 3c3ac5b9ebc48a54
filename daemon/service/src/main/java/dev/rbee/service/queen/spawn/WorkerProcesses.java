package dev.rbee.service.queen.spawn;

import dev.rbee.client.HiveClient;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.inference.Attached;
import dev.rbee.service.queen.workers.WorkerEnds;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to a worker's process: by its hive, or by the worker itself where no hive answers for it. Blocks. */
public final class WorkerProcesses implements WorkerEnds {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcesses.class);

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);
    private static final Duration SHORT_DRAIN = Duration.ofSeconds(3);
    private static final Duration WAIT = Duration.ofSeconds(6);

    private final Supplier<List<HiveInfo>> hives;
    private final HiveCalls calls;
    private final Http http;
    private final Supplier<String> token;

    /** {@code token}: the installation's. */
    public WorkerProcesses(Supplier<List<HiveInfo>> hives, HiveCalls calls, Http http, Supplier<String> token) {
        this.hives = hives;
        this.calls = calls;
        this.http = http;
        this.token = token;
    }

    @Override
    public void drain(WorkerInfo worker) {
        Thread.ofVirtual().name("rbee-drain").start(() -> end(worker, LONGEST_DRAIN, Duration.ZERO));
    }

    @Override
    public void stop(WorkerInfo worker) {
        end(worker, SHORT_DRAIN, WAIT);
    }

    private void end(WorkerInfo worker, Duration drain, Duration wait) {
        if (Attached.NAME.equals(worker.implementation())) {
            return; // a server of others: not ours to end, and it gets no key of ours
        }
        for (HiveInfo hive : hives.get()) {
            if (hive.id().equals(worker.nodeName()) && hive.online()) {
                try {
                    HiveClient client = calls.to(hive);
                    client.remote()
                            .delete("/v1/workers/" + Remote.segment(worker.id()) + "?drain_ms=" + drain.toMillis()
                                    + "&wait_ms=" + wait.toMillis());
                    return;
                } catch (ProblemException e) {
                    if (e.problem().code() != ProblemCode.WORKER_NOT_FOUND) {
                        LOG.warn("worker={} hive={} not stopped: {}", worker.id(), hive.id(), e.getMessage());
                    }
                }
            }
        }
        byItself(worker);
    }

    private void byItself(WorkerInfo worker) {
        try {
            WorkerClient client = WorkerClient.of(http, worker.url(), worker.id(), token.get());
            client.drain();
            client.shutdown();
        } catch (ProblemException e) {
            LOG.info("worker={} does not take the order to end: {}", worker.id(), e.getMessage());
        }
    }
}
