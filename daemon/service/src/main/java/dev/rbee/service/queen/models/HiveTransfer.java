package dev.rbee.service.queen.models;

import dev.rbee.client.HiveClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one hive fetch a model and stays with it to the end: through restarts of the hive, which goes on where it was, and through breaks of the
 * connection. Belongs to the pull's thread.
 */
final class HiveTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(HiveTransfer.class);
    /** So long a hive may be away before its pull fails; what it has stays there. */
    private static final Duration AWAY = Duration.ofMinutes(10);

    private static final long LOOK_MS = 300;
    private static final Set<ProblemCode> PASSES =
            Set.of(ProblemCode.UNREACHABLE, ProblemCode.TIMEOUT, ProblemCode.HIVE_OFFLINE, ProblemCode.DRAINING);

    private final Function<String, HiveClient> hives;
    private final LongSupplier nanos;
    private final JobContext job;
    private final String hive;
    private final Hold hold;
    private volatile @Nullable String there;

    /**
     * @param hives a client of the hive with that id as it is reached now; throws where it is away
     * @param nanos monotonic
     */
    HiveTransfer(Function<String, HiveClient> hives, LongSupplier nanos, JobContext job, String hive, Hold hold) {
        this.hives = hives;
        this.nanos = nanos;
        this.job = job;
        this.hive = hive;
        this.hold = hold;
        job.onCancel(() -> Thread.ofVirtual().name("rbee-uncancel").start(this::cancelThere));
    }

    /** Blocks until the model is there. Throws the hive's own problem. */
    ModelEntry run(DownloadModel what) throws InterruptedException {
        long heard = nanos.getAsLong();
        while (true) {
            job.checkCancelled();
            try {
                HiveClient client = hives.apply(hive);
                JobInfo now = look(client, what);
                heard = nanos.getAsLong();
                switch (now.state()) {
                    case DONE -> {
                        return entry(now);
                    }
                    case FAILED, CANCELLED -> throw new Ended(problem(now));
                    case RUNNING -> {
                        report(now);
                        hold.passOn(client.remote(), now);
                    }
                }
            } catch (Ended e) {
                throw new ProblemException(e.problem);
            } catch (ProblemException e) {
                away(e.problem(), heard);
            }
            Thread.sleep(LOOK_MS);
        }
    }

    /** The job there as it is; starts it where there is none. */
    private JobInfo look(HiveClient client, DownloadModel what) {
        String id = there;
        if (id == null) {
            id = client.remote()
                    .postSlow("/v1/models/download", what, JobAccepted.class)
                    .jobId();
            hold.fresh();
            there = id;
        }
        return client.remote().get("/v1/jobs/" + Remote.segment(id), JobInfo.class);
    }

    private void report(JobInfo now) {
        if (now.transfer() != null) {
            job.transfer(now.transfer());
        } else if (now.message() != null) {
            job.progress(now.progress() == null ? Double.NaN : now.progress(), now.message());
        }
    }

    private void away(Problem why, long heard) {
        if (why.code() == ProblemCode.JOB_NOT_FOUND) {
            LOG.info("hive={} was started again; its download goes on", hive);
            there = null;
            return;
        }
        if (!PASSES.contains(why.code()) || nanos.getAsLong() - heard > AWAY.toNanos()) {
            throw new ProblemException(why);
        }
        job.progress(Double.NaN, "hive " + hive + " is away; the download goes on when it is back");
    }

    private ModelEntry entry(JobInfo done) {
        if (done.result() == null) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SOURCE_FAILED, "Hive " + hive + " does not say what it has fetched.", null));
        }
        return Json.read(Json.bytes(done.result()), ModelEntry.class).on(hive);
    }

    private Problem problem(JobInfo ended) {
        return ended.error() != null
                ? ended.error()
                : Problem.of(ProblemCode.SOURCE_FAILED, "The download on hive " + hive + " ended.", null);
    }

    private void cancelThere() {
        String id = there;
        if (id == null) {
            return;
        }
        try {
            hives.apply(hive).remote().delete("/v1/jobs/" + Remote.segment(id));
        } catch (ProblemException e) {
            LOG.info("hive={} job={} not cancelled: {}", hive, id, e.getMessage());
        }
    }

    /** What the hive's job ended with, apart from what calls of the hive end with. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Ended(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }
}
