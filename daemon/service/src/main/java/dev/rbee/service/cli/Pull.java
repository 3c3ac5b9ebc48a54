package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.ModelsClient;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fetches a model and shows how far it is. Ctrl-C stops the download, of which what is there stays; one that others began goes on. */
final class Pull {
    private final Root root;
    private final Link link;
    private final StatusLine line;

    Pull(Root root, Link link, StatusLine line) {
        this.root = root;
        this.link = link;
        this.line = line;
    }

    /** Begins it and returns at once. */
    JobAccepted begin(String ref, @Nullable String hive, @Nullable String name) {
        line.show("looking for " + ref, null);
        return new ModelsClient(link.remote()).pull(new PullModel(ref, hive, name));
    }

    /** Begins it and blocks until the model is there. Throws its problem; {@code cancelled} after Ctrl-C. */
    ModelEntry whole(String ref, @Nullable String hive, @Nullable String name) {
        Set<String> others = running();
        JobAccepted job = begin(ref, hive, name);
        AtomicBoolean stopped = new AtomicBoolean();
        Runnable restore =
                root.surroundings().daemons().onInterrupt(() -> !others.contains(job.jobId()) && stop(job, stopped));
        try {
            JsonNode result = Jobs.await(link, job, "fetching " + ref, line, Jobs.TRANSFER);
            if (result == null) {
                throw ProblemException.of(
                        ProblemCode.INTERNAL_ERROR, "The download ended without a model.", "See `rbee model list`.");
            }
            return Json.MAPPER.convertValue(result, ModelEntry.class);
        } catch (ProblemException e) {
            throw stopped.get() ? new ProblemException(kept(ref)) : e;
        } finally {
            restore.run();
        }
    }

    /** Downloads that somebody else began; to leave them does not stop them. */
    private Set<String> running() {
        return link.remote().list("/v1/jobs", JobInfo.class).stream()
                .filter(job -> job.state() == JobState.RUNNING)
                .map(JobInfo::jobId)
                .collect(Collectors.toSet());
    }

    /** True where this was the first Ctrl-C and the queen was told; a second one ends the command at once. */
    private boolean stop(JobAccepted job, AtomicBoolean stopped) {
        if (!stopped.compareAndSet(false, true)) {
            return false;
        }
        try {
            link.queen().cancelJob(job.jobId());
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static Problem kept(String ref) {
        return Problem.of(
                ProblemCode.CANCELLED,
                "The download of " + ref + " was stopped; what is there is kept.",
                "The same command goes on with it.");
    }
}
