package dev.rbee.service.cli;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee model downloads}. */
@Command(
        name = "downloads",
        sortOptions = false,
        description = "Downloads that run or have run; pauses, resumes and stops them.")
final class ModelDownloads implements Callable<Integer> {
    private final Root root;

    @ArgGroup(exclusive = true)
    @Nullable
    Action action;

    /** One at a time. */
    static final class Action {
        @Option(names = "--pause", paramLabel = "ID", description = "Hold this one; what is there stays.")
        @Nullable
        String pause;

        @Option(names = "--resume", paramLabel = "ID", description = "Let it go on.")
        @Nullable
        String resume;

        @Option(names = "--stop", paramLabel = "ID", description = "End it; what is there stays for a later pull.")
        @Nullable
        String stop;
    }

    ModelDownloads(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Link link = Link.open(root)) {
            Action wanted = action;
            return wanted == null ? list(link) : act(link, wanted);
        }
    }

    private Integer act(Link link, Action wanted) {
        ModelsClient models = new ModelsClient(link.remote());
        if (wanted.pause != null) {
            models.pause(wanted.pause);
            return said(wanted.pause, "paused");
        }
        if (wanted.resume != null) {
            models.resume(wanted.resume);
            return said(wanted.resume, "running");
        }
        String stop = String.valueOf(wanted.stop);
        link.queen().cancelJob(stop);
        return said(stop, "stopped");
    }

    private Integer said(String id, String state) {
        root.output().result(Map.of("job_id", id, "state", state), () -> "Download " + id + " is " + state + ".");
        return ExitCodes.OK;
    }

    private Integer list(Link link) {
        List<JobInfo> jobs = link.remote().list("/v1/jobs", JobInfo.class).stream()
                .filter(job -> job.kind().equals("pull"))
                .toList();
        root.output().result(jobs, () -> table(jobs));
        return ExitCodes.OK;
    }

    private String table(List<JobInfo> jobs) {
        Table table = new Table("ID", "WHAT", "STATE", "PROGRESS", "BEGAN");
        for (JobInfo job : jobs) {
            table.row(
                    job.jobId(),
                    job.title(),
                    job.state().wire(),
                    progress(job),
                    Words.ago(job.createdAt(), root.surroundings().clock().instant()));
        }
        return table.isEmpty() ? "No downloads." : table.toString();
    }

    private static @Nullable String progress(JobInfo job) {
        Problem error = job.error();
        if (error != null) {
            return error.message();
        }
        Transfer transfer = job.transfer();
        return transfer == null || job.state() != JobState.RUNNING ? null : TransferText.of(transfer);
    }
}
