package dev.rbee.app.remote;

import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.JobStream;
import dev.rbee.client.QueenClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The queen over HTTP. */
public final class HttpQueen implements QueenApi {
    private static final Duration LONGEST_JOB = Duration.ofHours(1);

    private final Queens queens;
    private final Credential credential;
    private final RandomGenerator random;

    /** Speaks to the queen of the moment, and with the installation's token to the hive of this machine. */
    public HttpQueen(Queens queens, Credential credential, RandomGenerator random) {
        this.queens = queens;
        this.credential = credential;
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
    public void stop(String workerId) {
        queen().removeWorker(workerId, "stopped in the application");
    }

    @Override
    public List<ModelEntry> catalog() {
        return queen().catalog();
    }

    /** The hive of this machine takes it; its address comes from the queen. */
    @Override
    public void importModel(Path file) {
        Remote queen = queens.get();
        HiveInfo here = queen().hives().stream()
                .filter(hive -> hive.mode() == HiveMode.LOCAL && hive.online())
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.HIVE_OFFLINE, "This machine has no hive that is online.", "Start the queen here."));
        Remote hive = new Remote(here.url(), () -> credential, queen.http());
        var _ = new HiveClient(hive).importModel(new ImportModel(file.toString(), null, null));
    }

    @Override
    public void logs(String workerId, Consumer<String> lines) throws InterruptedException {
        HttpLog.read(queens.get(), QueenClient.workerLogsPath(workerId), lines, random);
    }
}
