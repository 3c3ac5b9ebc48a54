package dev.rbee.service.queen.localhive;

import dev.rbee.client.Credential;
import dev.rbee.client.Proof;
import dev.rbee.client.Remote;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.RunFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hive of this installation that serves: started here, or met running.
 *
 * @param process its process
 * @param url where it serves
 */
record RunningHive(ProcessHandle process, String url) {
    private static final Logger LOG = LoggerFactory.getLogger(RunningHive.class);
    private static final Duration TO_KILL = Duration.ofSeconds(2);

    /**
     * The one that {@code run/hive.json} names, where its process lives and proves to know the token. Blocks two seconds at
     * most.
     */
    static Optional<RunningHive> find(LocalHiveParts parts) {
        Optional<RunFile.Content> said = parts.home().runFile("hive").read();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String url = said.get().url();
        Credential credential = Credential.admin(parts.token());
        return ProcessHandle.of(said.get().pid())
                .filter(ProcessHandle::isAlive)
                .filter(p -> Proof.holds(parts.http(), url, credential))
                .map(p -> new RunningHive(p, url));
    }

    /** Of the same version and for that hive id: one that can be taken as it is. */
    boolean fits(LocalHiveParts parts) {
        try {
            DaemonInfo info = remote(parts).info();
            Object id = info.details() == null ? null : info.details().get("hive_id");
            return info.version().equals(Version.CURRENT) && parts.hiveId().equals(id);
        } catch (ProblemException e) {
            LOG.debug("url={} does not say what it is: {}", url, e.getMessage());
            return false;
        }
    }

    Remote remote(LocalHiveParts parts) {
        Credential credential = Credential.admin(parts.token());
        return new Remote(url, () -> credential, parts.http());
    }

    /** Asks it to end within {@code grace}, then ends it, then kills it; returns when its process is gone. */
    void stop(LocalHiveParts parts, Duration grace) throws InterruptedException {
        try {
            remote(parts).post("/v1/shutdown?drain_ms=" + grace.toMillis(), null);
            if (ended(grace.plusSeconds(8))) {
                return;
            }
        } catch (ProblemException e) {
            LOG.info("pid={} cannot be asked to stop: {}", process.pid(), e.getMessage());
        }
        process.destroy();
        if (!ended(TO_KILL)) {
            process.destroyForcibly();
            if (!ended(TO_KILL)) {
                LOG.warn("pid={} is still there after it was killed", process.pid());
            }
        }
    }

    private boolean ended(Duration patience) throws InterruptedException {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            return !exit.get(patience.toMillis(), TimeUnit.MILLISECONDS).isAlive();
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
