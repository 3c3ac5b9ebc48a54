package dev.rbee.app.enroll;

import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.remote.NodesApi;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One machine on its way into the fleet: what was asked for, what is trusted, what was found, what was put there so far. JavaFX thread only;
 * all waiting is done elsewhere, and news of what was given up are not told.
 */
final class Enrolment {
    private final NodesApi nodes;
    private final QueenApi queen;
    private final Background background;
    private final Set<String> trusted = new LinkedHashSet<>();
    private @Nullable AddNode draft;
    private @Nullable ProbedNode found;
    private @Nullable Outcome last;
    private @Nullable Task running;
    private volatile @Nullable String job;
    private volatile boolean saved;
    private volatile CountDownLatch begun = new CountDownLatch(0);
    private int turn;

    Enrolment(NodesApi nodes, QueenApi queen, Background background) {
        this.nodes = nodes;
        this.queen = queen;
        this.background = background;
    }

    /** What is to be added; without the keys that are trusted. */
    AddNode draft() {
        return Objects.requireNonNull(draft, "asked for in the first step");
    }

    String name() {
        return Objects.requireNonNullElse(draft().nodeName(), "");
    }

    ProbedNode found() {
        return Objects.requireNonNull(found, "looked at before");
    }

    /** Looks at the machine; exactly one outcome follows, none after {@link #giveUp}. */
    void probe(AddNode wanted, Consumer<Outcome> then) {
        giveUp();
        if (draft != null && !sameMachine(draft, wanted)) {
            trusted.clear();
        }
        draft = wanted;
        found = null;
        AddNode asked = Drafts.trusting(wanted, trusted);
        int mine = turn;
        running = background.start(
                () -> nodes.probe(asked),
                node -> {
                    if (mine == turn) {
                        found = node;
                        ended(new Outcome.Found(node), then);
                    }
                },
                problem -> {
                    if (mine == turn) {
                        ended(outcome(problem), then);
                    }
                });
    }

    private void ended(Outcome outcome, Consumer<Outcome> then) {
        running = null;
        last = outcome;
        then.accept(outcome);
    }

    /** How looking ended the last time. */
    @Nullable
    Outcome last() {
        return last;
    }

    private Outcome outcome(Problem problem) {
        return switch (problem.code()) {
            case HOST_KEY_UNKNOWN ->
                new Outcome.UnknownKey(HostKey.of(problem, Objects.requireNonNullElse(draft().sshHost(), "")));
            case HOST_KEY_CHANGED -> new Outcome.ChangedKey(problem);
            default -> new Outcome.Failed(problem);
        };
    }

    /** The user has seen this key and says that it is the machine's. */
    void trust(HostKey key) {
        trusted.add(key.fingerprint());
    }

    /** Stops looking; nothing was changed anywhere. */
    void giveUp() {
        turn++;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /**
     * Adds the machine, or begins again where it was saved already, and follows what is done there. {@code done} when its job has ended well,
     * {@code failed} otherwise; neither after {@link #undo}.
     */
    void install(Consumer<JobEvent> events, Runnable done, Consumer<Problem> failed) {
        giveUp();
        int mine = turn;
        AddNode wanted = Drafts.trusting(draft(), trusted);
        AppendFeed<JobEvent> feed = new AppendFeed<>(FxThread.LATER, batch -> {
            if (mine == turn) {
                batch.forEach(events);
            }
        });
        CountDownLatch beginning = new CountDownLatch(1);
        begun = beginning;
        // Never interrupted: whoever takes it back has to know whether the queen saved the machine.
        background.run(
                () -> {
                    String id = begin(wanted, beginning);
                    if (id != null) {
                        queen.follow(id, feed::offer);
                    }
                    return wanted;
                },
                added -> {
                    if (mine == turn) {
                        done.run();
                    }
                },
                problem -> {
                    if (mine == turn) {
                        failed.accept(problem);
                    }
                });
    }

    private @Nullable String begin(AddNode wanted, CountDownLatch beginning) {
        try {
            if (saved) {
                job = nodes.act(Objects.requireNonNullElse(wanted.nodeName(), ""), "start");
            } else {
                AddedNode added = nodes.add(wanted);
                saved = true;
                job = added.jobId();
            }
            return job;
        } finally {
            beginning.countDown();
        }
    }

    /** Whether the queen has the machine in her list because of this enrolment. */
    boolean saved() {
        return saved;
    }

    /** It is a part of the fleet now, or is kept for later: nothing is to be taken back any more. */
    void keep() {
        giveUp();
        saved = false;
        job = null;
    }

    /**
     * Ends the job, takes away what was put there and forgets the machine.
     *
     * @param force forget it also where it is out of reach
     */
    void undo(boolean force, Runnable done, Consumer<Problem> failed) {
        giveUp();
        String name = name();
        background.run(
                () -> {
                    begun.await();
                    endJob();
                    return !saved || forget(name, force);
                },
                gone -> {
                    saved = false;
                    done.run();
                },
                failed);
    }

    private void endJob() throws InterruptedException {
        String id = job;
        if (id == null) {
            return;
        }
        try {
            queen.cancel(id);
            queen.follow(id, event -> {});
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.UNREACHABLE) {
                throw e;
            }
            // It has ended, badly as it was asked to.
        }
        job = null;
    }

    private boolean forget(String name, boolean force) {
        try {
            var _ = nodes.remove(name, force);
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.NODE_NOT_FOUND) {
                throw e;
            }
        }
        return true;
    }

    private static boolean sameMachine(AddNode one, AddNode other) {
        return Objects.equals(one.sshHost(), other.sshHost())
                && Objects.equals(one.sshPort(), other.sshPort())
                && Objects.equals(one.proxyJump(), other.proxyJump());
    }
}
