package dev.rbee.service.queen.engines;

import dev.rbee.client.Remote;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import java.util.Objects;

/** A job of another daemon as part of one of ours: its progress and its end are passed on, a cancellation is passed back. */
record RelayedJob(Remote remote, String id) {
    private static final long LOOK_MS = 300;

    /** Waits for its end; blocks. Throws its own problem. */
    <T> T await(JobContext job, Class<T> type) throws InterruptedException {
        job.onCancel(() -> Thread.ofVirtual().name("cancel-" + id).start(this::cancel));
        String said = "";
        while (true) {
            JobInfo now = remote.get(path(), JobInfo.class);
            switch (now.state()) {
                case DONE -> {
                    return Json.read(Json.bytes(Objects.requireNonNull(now.result())), type);
                }
                case FAILED, CANCELLED ->
                    throw new ProblemException(
                            now.error() == null
                                    ? Problem.of(ProblemCode.INTERNAL_ERROR, "The job on the hive ended badly.", null)
                                    : now.error());
                case RUNNING -> {
                    String message = Objects.requireNonNullElse(now.message(), "");
                    if (now.transfer() != null) {
                        job.transfer(now.transfer());
                    } else if (!message.equals(said)) {
                        said = message;
                        job.progress(now.progress() == null ? Double.NaN : now.progress(), message);
                    }
                }
            }
            Thread.sleep(LOOK_MS);
        }
    }

    private void cancel() {
        remote.delete(path());
    }

    private String path() {
        return "/v1/jobs/" + Remote.segment(id);
    }
}
