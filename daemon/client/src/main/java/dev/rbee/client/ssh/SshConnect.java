package dev.rbee.client.ssh;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Logs in, machine after machine, under one deadline. Without state. */
final class SshConnect {
    private static final long DEADLINE_S = 10;

    private final HostKeys hostKeys;
    private final @Nullable Path agent;

    /** {@code agent}: socket of the SSH agent; null for none. */
    SshConnect(HostKeys hostKeys, @Nullable Path agent) {
        this.hostKeys = hostKeys;
        this.agent = agent;
    }

    SshSession connect(SshTarget target, SshLogin login, @Nullable String acceptFingerprint) {
        Set<String> accepted = acceptFingerprint == null
                ? Set.of()
                : Set.of(acceptFingerprint.strip().split("\\s*,\\s*"));
        List<SshTarget> way = new ArrayList<>(target.jumps());
        way.add(target);
        List<Hop> hops = new CopyOnWriteArrayList<>();
        FutureTask<SshSession> task = new FutureTask<>(() -> open(way, login, accepted, hops));
        Thread.ofVirtual().name("ssh-connect").start(task);
        try {
            return task.get(DEADLINE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            end(task, hops);
            throw LoginProblems.late(target, DEADLINE_S);
        } catch (InterruptedException e) {
            end(task, hops);
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "Cancelled while logging in to " + target + ".", null);
        } catch (ExecutionException e) {
            end(task, hops);
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The password is for the machine itself: those on the way get keys only. */
    private SshSession open(List<SshTarget> way, SshLogin login, Set<String> accepted, List<Hop> hops) {
        Hop before = null;
        for (SshTarget step : way) {
            Hop hop = new Hop(step, before, hostKeys, accepted);
            hops.add(hop);
            SshLogin forStep =
                    hops.size() == way.size() ? login : new SshLogin(null, login.passphrase(), login.agent());
            hop.login(forStep, agent, (int) TimeUnit.SECONDS.toMillis(DEADLINE_S));
            before = hop;
        }
        return new SshSession(hops);
    }

    /** What its thread opens from now on fails at once: its ways are closed. */
    private static void end(FutureTask<SshSession> task, List<Hop> hops) {
        task.cancel(true);
        hops.reversed().forEach(Hop::close);
    }
}
