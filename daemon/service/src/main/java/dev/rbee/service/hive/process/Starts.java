package dev.rbee.service.hive.process;

import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts processes and watches them come up. Belongs to the supervisor's thread; what it hears goes into the mailbox. */
final class Starts {
    private static final Logger LOG = LoggerFactory.getLogger(Starts.class);
    private static final String READY = "ready ";

    private final SupervisorParts parts;
    private final Consumer<Order> post;
    private final Ends ends;
    private List<Leftovers.Entry> recorded = List.of();

    Starts(SupervisorParts parts, Consumer<Order> post, Ends ends) {
        this.parts = parts;
        this.post = post;
        this.ends = ends;
    }

    void start(Child child, Set<Integer> taken) {
        child.run++;
        child.complaint = null;
        child.startedAt = parts.clock().instant();
        child.startedNanos = parts.nanos().getAsLong();
        try {
            child.port = parts.ports().choose(taken);
            child.launched = parts.launcher().launch(child.plan, child.port);
        } catch (IOException e) {
            child.launched = null;
            ends.neverStarted(child, "the system refused to start it: " + e.getMessage());
            return;
        } catch (ProblemException e) {
            child.launched = null;
            child.complaint = e.problem();
            ends.neverStarted(child, e.problem().message());
            return;
        }
        child.enter(Phase.STARTING, child.startedNanos + parts.timings().start().toNanos(), null);
        child.log.add("hive", "started, pid " + child.pid() + ", port " + child.port);
        LOG.info(
                "worker={} model={} pid={} port={} start={}",
                child.id(),
                child.plan.model(),
                child.pid(),
                child.port,
                child.run);
        listen(child, child.launched.process());
    }

    private void listen(Child child, Process process) {
        String id = child.id();
        int run = child.run;
        ChildLog log = child.log;
        Thread out = LinePump.start("out-" + id, process.getInputStream(), line -> {
            log.add("stdout", line);
            hear(id, run, line);
        });
        Thread err = LinePump.start("err-" + id, process.getErrorStream(), line -> log.add("stderr", line));
        Thread.ofPlatform().daemon().name("end-" + id).start(() -> {
            try {
                int code = process.waitFor();
                // The last words belong before the end; a grandchild that holds the pipe must not keep it back.
                out.join(Duration.ofMillis(500));
                err.join(Duration.ofMillis(500));
                post.accept(new Order.Ended(id, run, code));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void hear(String id, int run, String line) {
        if (line.startsWith(READY) && line.substring(READY.length()).matches("\\d{1,5}")) {
            post.accept(new Order.Ready(id, run, Integer.parseInt(line.substring(READY.length()))));
        } else if (line.startsWith(Complaints.WORD)) {
            post.accept(new Order.Complaint(id, run, line.substring(Complaints.WORD.length())));
        }
    }

    void ready(Child child, int port) {
        if (child.phase != Phase.STARTING) {
            return;
        }
        child.port = port;
        child.enter(
                Phase.LOADING,
                parts.nanos().getAsLong() + parts.timings().answer().toNanos(),
                null);
        LoadWatch.start(parts.door(), child.plan, child.run, port, child.pid(), post);
    }

    /** Keeps the record of what runs as it is. */
    void record(Collection<Child> table) {
        List<Leftovers.Entry> running = new ArrayList<>();
        for (Child child : table) {
            Launched launched = child.launched;
            if (child.phase.alive() && launched != null) {
                Instant started = launched.process().info().startInstant().orElse(child.startedAt);
                running.add(new Leftovers.Entry(child.id(), child.pid(), started, launched.nonce()));
            }
        }
        if (!running.equals(recorded)) {
            recorded = running;
            parts.leftovers().write(running);
        }
    }
}
