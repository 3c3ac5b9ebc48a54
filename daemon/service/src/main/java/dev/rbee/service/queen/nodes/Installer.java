package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.nodes.Prober.Probed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a version of rbee onto a machine. */
final class Installer {
    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);
    private static final Duration UNPACKING = Duration.ofMinutes(10);

    /** So often progress is told during an upload. */
    private static final int STEPS = 200;

    private final Prober prober;
    private final GitBuild git = new GitBuild();

    Installer(Prober prober) {
        this.prober = prober;
    }

    /** See {@link Provisioning#install}. What it began on a machine that had nothing before, it takes away again where it fails. */
    Optional<String> install(RemoteShell shell, NodePlan plan, JobContext job) {
        job.progress(0.02, "Checking the machine");
        Probed probed = prober.probe(shell, plan);
        refuseBlockers(probed.report());
        boolean first = probed.facts().said().get("current").isEmpty();
        try {
            job.checkCancelled();
            return put(shell, plan, probed, job);
        } catch (RuntimeException e) {
            if (!lost(e)) {
                withoutInterrupt(() -> tidy(shell, plan, first));
            }
            throw e;
        }
    }

    private Optional<String> put(RemoteShell shell, NodePlan plan, Probed probed, JobContext job) {
        String path = probed.report().installPath();
        Answer prepared = ask(shell, "prepare", Site.SHORT, path, plan.name(), plan.owner());
        String version;
        Bundle bundle = probed.choice().bundle();
        if (probed.choice().kind() == BundleKind.GIT) {
            version = git.build(shell, plan, path, probed.facts(), job);
        } else if (bundle == null) {
            throw new IllegalStateException("no bundle, though nothing blocks");
        } else {
            version = bundle.version();
            if (prepared.all("version").noneMatch(version::equals)) {
                send(shell, path, bundle, job);
            }
        }
        job.checkCancelled();
        String previous =
                ask(shell, "activate", Site.SHORT, path, version, "prune").text("previous");
        LOG.info("node={} path={} version={} previous={}", plan.name(), path, version, previous);
        return previous.isEmpty() ? Optional.empty() : Optional.of(previous);
    }

    /** Uploads and unpacks; once more from the beginning where what was there already turns out to be something else. */
    private static void send(RemoteShell shell, String path, Bundle bundle, JobContext job) {
        String part = path + "/uploads/" + bundle.partName();
        for (int attempt = 1; ; attempt++) {
            job.progress(0.05, Words.uploading(0, bundle.size()));
            upload(shell, path, bundle, part, job);
            job.checkCancelled();
            job.progress(0.87, "Unpacking");
            Answer unpacked = Answer.of(
                    shell.run(Scripts.of("unpack"), UNPACKING, path, bundle.version(), part, bundle.sha256()));
            if (attempt == 1 && unpacked.text("refused").equals("bad_hash")) {
                job.log("What arrived is damaged; sending it again.");
                continue;
            }
            unpacked.orRefuse(path);
            return;
        }
    }

    private static void upload(RemoteShell shell, String path, Bundle bundle, String part, JobContext job) {
        long step = Math.max(1, bundle.size() / STEPS);
        AtomicLong told = new AtomicLong();
        try {
            shell.upload(
                    bundle.file(),
                    part,
                    done -> {
                        if (done - told.get() >= step || done == bundle.size()) {
                            told.set(done);
                            job.progress(
                                    0.05 + 0.8 * done / Math.max(1, bundle.size()),
                                    Words.uploading(done, bundle.size()));
                        }
                    },
                    job::cancelled);
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.STORAGE_FULL) {
                throw Refusals.of("storage_full", e.problem().message(), path);
            }
            throw e;
        }
    }

    static Answer ask(RemoteShell shell, String script, Duration deadline, String path, String... more) {
        String[] args = new String[more.length + 1];
        args[0] = path;
        System.arraycopy(more, 0, args, 1, more.length);
        return Answer.of(shell.run(Scripts.of(script), deadline, args)).orRefuse(path);
    }

    private static void refuseBlockers(ProbeReport report) {
        List<ProbeFinding> blockers = report.findings().stream()
                .filter(finding -> finding.level() == ProbeFinding.Level.BLOCKER)
                .toList();
        if (blockers.isEmpty()) {
            return;
        }
        ProbeFinding first = blockers.getFirst();
        ProblemCode code = switch (first.code()) {
            case "other_owner", "other_node", "folder_taken" -> ProblemCode.NODE_OCCUPIED;
            case "no_space" -> ProblemCode.STORAGE_FULL;
            default -> ProblemCode.NODE_UNSUITABLE;
        };
        Problem problem = Problem.of(code, first.message(), first.hint());
        throw new ProblemException(
                blockers.size() == 1
                        ? problem
                        : problem.withDetails(String.join(
                                "\n",
                                blockers.stream().map(ProbeFinding::message).toList())));
    }

    private static boolean lost(RuntimeException e) {
        return e instanceof ProblemException problem && problem.problem().code() == ProblemCode.SSH_UNREACHABLE;
    }

    private static void tidy(RemoteShell shell, NodePlan plan, boolean first) {
        try {
            if (first) {
                Remover.removeFiles(shell, plan, plan.installPath());
            } else {
                ask(shell, "discard", Site.SHORT, plan.installPath());
            }
        } catch (ProblemException e) {
            LOG.warn("node={} what was begun there stays for the next time: {}", plan.name(), e.getMessage());
        }
    }

    /** Cancelling interrupts this thread, but tidying up still has to talk to the machine. */
    static void withoutInterrupt(Runnable action) {
        boolean interrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
