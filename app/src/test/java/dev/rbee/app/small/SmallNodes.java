package dev.rbee.app.small;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.nodes.RemoveNode;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Sse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The machines of a {@link SmallQueen}: first contact, report and job are as the test says. */
public final class SmallNodes {
    /** Fingerprint of every machine. */
    public static final String PRINT = "SHA256:tEp1d2bWVzaGVkLWtleS1mb3ItdGVzdHMtb25seS0x";

    private final List<String> calls;
    private final Consumer<HiveInfo> hives;
    private final Map<String, Node> nodes = new ConcurrentHashMap<>();
    private final Queue<JobEvent> events = new ArrayDeque<>();
    private @Nullable JobEvent end;
    private volatile ProbedNode report = new ProbedNode(PRINT, "ssh-ed25519", Machines.good());
    private volatile @Nullable Problem trouble;
    private volatile @Nullable Problem removal;

    SmallNodes(List<String> calls, Consumer<HiveInfo> hives) {
        this.calls = calls;
        this.hives = hives;
    }

    void routes(Routes routes) {
        routes.post("/v2/registry/beehives/probe", x -> {
            AddNode asked = x.body(AddNode.class);
            calls.add("probe " + asked.sshHost() + " " + asked.acceptHostKey());
            check(asked);
            x.json(200, report);
        });
        routes.post("/v2/registry/beehives/add", x -> {
            AddNode asked = x.body(AddNode.class);
            check(asked);
            begins();
            calls.add("add " + asked.nodeName());
            saved(asked);
            String job = "node-" + asked.nodeName();
            x.json(
                    200,
                    new AddedNode(
                            true,
                            "Saved.",
                            Objects.requireNonNull(asked.nodeName()),
                            job,
                            "/v1/jobs/" + job + "/stream"));
        });
        routes.post("/v2/registry/beehives/remove", this::remove);
        routes.post("/v2/registry/beehives/login", x -> {
            LoginNode asked = x.body(LoginNode.class);
            calls.add("login " + asked.nodeName());
            Problem why = trouble;
            if (why != null && asked.password() == null && asked.keyPassphrase() == null) {
                throw new ProblemException(why);
            }
            x.json(200, new AddedNode(true, "Logged in.", String.valueOf(asked.nodeName()), null, null));
        });
        routes.get("/v2/registry/beehives/list", x -> x.json(200, Map.of("nodes", List.copyOf(nodes.values()))));
        for (String verb : List.of("start", "stop", "drain", "resume", "restart", "upgrade", "wake")) {
            routes.post("/v1/hives/{id}/" + verb, x -> {
                begins();
                calls.add(verb + " " + x.path("id"));
                x.json(202, JobAccepted.of("node-" + x.path("id")));
            });
        }
        routes.get("/v1/hives/{id}/logs", SmallNodes::log);
    }

    private void check(AddNode asked) {
        boolean trusted = PRINT.equals(asked.acceptHostKey());
        Problem why = trouble;
        if (why != null && (why.code() != ProblemCode.HOST_KEY_UNKNOWN || !trusted)) {
            throw new ProblemException(why);
        }
    }

    private void remove(Exchange x) throws Exception {
        RemoveNode asked = x.body(RemoveNode.class);
        boolean force = Boolean.TRUE.equals(asked.force());
        calls.add((force ? "forget " : "remove ") + asked.nodeName());
        Problem why = removal;
        if (why != null && !force) {
            throw new ProblemException(why);
        }
        nodes.remove(String.valueOf(asked.nodeName()));
        x.json(200, new RemovedNode(true, "Removed.", String.valueOf(asked.nodeName()), List.of()));
    }

    void job(Exchange x) throws Exception {
        try (Sse sse = x.sse()) {
            // An ended job can be read again, by whoever else follows it.
            for (int id = 1; ; id++) {
                JobEvent event = next();
                sse.event(Integer.toString(id), event.type(), event);
                if (!event.type().equals("progress")) {
                    return;
                }
            }
        }
    }

    private synchronized JobEvent next() throws InterruptedException {
        while (end == null && events.isEmpty()) {
            wait();
        }
        JobEvent next = events.poll();
        if (next == null) {
            return Objects.requireNonNull(end);
        }
        if (!next.type().equals("progress")) {
            end = next;
            notifyAll();
        }
        return next;
    }

    private synchronized void happens(JobEvent event) {
        events.add(event);
        notifyAll();
    }

    private synchronized void begins() {
        end = null;
    }

    void cancelled() {
        happens(new JobEvent(
                "error", "node", null, null, null, Problem.of(ProblemCode.CANCELLED, "It was cancelled.", null)));
    }

    private static void log(Exchange x) throws Exception {
        try (Sse sse = x.sse().endless()) {
            for (int i = 1; i <= 12; i++) {
                String line = "hive=" + x.path("id") + " beat=" + i;
                sse.event(String.valueOf(i), "log", Map.of("line", line));
            }
            sse.awaitClosed();
        } catch (ClientGone e) {
            // nobody reads any more
        }
    }

    private void saved(AddNode asked) {
        Node node = Machines.node(asked);
        nodes.put(node.nodeName(), node);
    }

    /** This machine is saved already. */
    public void node(AddNode node) {
        saved(node);
    }

    /** Every try to reach a machine ends so; {@code host_key_unknown} until its key is accepted. */
    public void trouble(Problem problem) {
        trouble = problem;
    }

    /** Machines are reached. */
    public void well() {
        trouble = null;
        removal = null;
    }

    /** Taking a machine away ends so, unless it is forced. */
    public void stays(Problem problem) {
        removal = problem;
    }

    /** What looking at a machine finds. */
    public void finds(ProbedNode found) {
        report = found;
    }

    /** The job goes on. */
    public void progress(double share, String message) {
        happens(new JobEvent("progress", "node", share, message, null, null));
    }

    /** The job ends badly. */
    public void fails(Problem problem) {
        happens(new JobEvent("error", "node", null, null, null, problem));
    }

    /** The job ends well. */
    public void done() {
        happens(new JobEvent("done", "node", 1.0, "Ready", null, null));
    }

    /** The hive of that machine beats. */
    public void beats(String name) {
        hives.accept(Machines.hive(name, HiveState.ONLINE, null));
    }
}
