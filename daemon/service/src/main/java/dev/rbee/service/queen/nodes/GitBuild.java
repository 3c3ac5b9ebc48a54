package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.client.ssh.RemoteShell.Ran;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a machine build rbee from a git repository for itself. */
final class GitBuild {
    /** The first build fetches some hundred MB of libraries. */
    private static final Duration PATIENCE = Duration.ofMinutes(45);

    private static final Pattern FILE = Pattern.compile(".*/rbee-node-([A-Za-z0-9.+_-]+)-[a-z]+-[a-z0-9]+\\.tar\\.gz");
    private static final int TAIL = 40;

    /** Fetches, builds and unpacks; returns the version. Blocks for minutes. Lines of git and of the build go to the job's log. */
    String build(RemoteShell shell, NodePlan plan, String path, MachineFacts facts, JobContext job) {
        job.progress(0.05, "Building from git");
        Ran ran = shell.run(
                Scripts.of("git"),
                PATIENCE,
                line -> {
                    if (worthTelling(line)) {
                        job.log(line);
                    }
                },
                path,
                Objects.requireNonNull(plan.gitRepoUrl()),
                plan.gitBranch() == null ? "" : plan.gitBranch(),
                facts.os(),
                facts.arch());
        Answer said = Answer.of(ran);
        String refused = said.text("refused");
        if (refused.equals("git_failed") || refused.equals("build_failed") || refused.equals("no_bundle_built")) {
            throw new ProblemException(Problem.of(
                            ProblemCode.INSTALL_FAILED,
                            refused.equals("git_failed")
                                    ? "git could not fetch: " + said.text("why") + "."
                                    : "rbee could not be built there from " + plan.gitRepoUrl() + ".",
                            refused.equals("git_failed")
                                    ? "Check the address and the branch, and that the machine may read them without a question."
                                    : "Look at the details; leave the repository out to upload a bundle instead.")
                    .withDetails(tail(ran.err())));
        }
        said.orRefuse(path);
        String file = said.text("file");
        Matcher name = FILE.matcher(file);
        if (!name.matches()) {
            throw Refusals.of("bad_bundle", file, path);
        }
        job.checkCancelled();
        job.progress(0.87, "Unpacking");
        Installer.ask(shell, "unpack", PATIENCE, path, name.group(1), file, said.text("sha256"));
        return name.group(1);
    }

    /** Of what Maven says, the modules it comes to and what goes wrong; everything of others. */
    private static boolean worthTelling(String line) {
        return !line.isBlank()
                && !line.startsWith("rbee=")
                && (!line.startsWith("[INFO]") || line.startsWith("[INFO] Building rbee"));
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }
}
