package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.JobStream;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Waits for jobs of a queen and shows how far they are. */
final class Jobs {
    /** Loading a large model from a slow disk takes minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** A large one over a slow line takes days; who does not want to wait says so with Ctrl-C. */
    static final Duration TRANSFER = Duration.ofDays(30);

    private Jobs() {}

    /** Follows the job to its end and returns its result; throws its problem. Blocks. */
    static @Nullable JsonNode await(Link link, JobAccepted job, String title, StatusLine line) {
        return await(link, job, title, line, LONGEST);
    }

    /** The same within another time. */
    static @Nullable JsonNode await(Link link, JobAccepted job, String title, StatusLine line, Duration atMost) {
        line.show(title, null);
        try (JobStream stream = JobStream.follow(
                link.remote(), job.jobId(), event -> show(event, title, line), ThreadLocalRandom.current())) {
            return stream.await(atMost).result();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    dev.rbee.contract.problem.Problem.of(ProblemCode.CANCELLED, "Interrupted.", null), e);
        } finally {
            line.close();
        }
    }

    private static void show(JobEvent event, String title, StatusLine line) {
        Transfer transfer = event.transfer();
        if (transfer != null) {
            line.show(TransferText.of(transfer), TransferText.part(transfer));
        } else if (event.type().equals("progress")) {
            String message = event.message();
            line.show(message == null ? title : title + ": " + message, event.progress());
        }
    }
}
