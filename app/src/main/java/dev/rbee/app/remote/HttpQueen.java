package dev.rbee.app.remote;

import dev.rbee.client.JobStream;
import dev.rbee.client.QueenClient;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerProcess;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The queen over HTTP. */
public final class HttpQueen implements QueenApi {
    private static final Duration LONGEST_JOB = Duration.ofHours(1);

    private final Queens queens;
    private final RandomGenerator random;

    /** Speaks to the queen of the moment. */
    public HttpQueen(Queens queens, RandomGenerator random) {
        this.queens = queens;
        this.random = random;
    }

    private QueenClient queen() {
        return new QueenClient(queens.get());
    }

    @Override
    public String spawn(SpawnWorker order) {
        return queen().spawn(order).jobId();
    }

    @Override
    public void follow(String jobId, Consumer<JobEvent> events) throws InterruptedException {
        try (JobStream stream = JobStream.follow(queens.get(), jobId, events, random)) {
            var _ = stream.await(LONGEST_JOB);
        }
    }

    @Override
    public void cancel(String jobId) {
        queen().cancelJob(jobId);
    }

    @Override
    public void drain(String workerId) {
        queen().drainWorker(workerId);
    }

    @Override
    public RouteWhy explain(String model) {
        return Json.MAPPER.convertValue(queen().explain(Map.of("model", model)), RouteWhy.class);
    }

    @Override
    public WorkerProcess process(String workerId) {
        return queen().workerProcess(workerId);
    }

    @Override
    public WorkerPlacement placement(String workerId) {
        return queen().workerPlacement(workerId);
    }

    @Override
    public void stop(String workerId) {
        queen().removeWorker(workerId, null);
    }

    @Override
    public void logs(String workerId, Consumer<String> lines) throws InterruptedException {
        HttpLog.read(queens.get(), QueenClient.workerLogsPath(workerId), lines, random);
    }
}
