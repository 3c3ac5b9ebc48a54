package dev.rbee.service.cli;

import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.ExpectGpu;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.NodeRef;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.nodes.RemoveNode;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.nodes.TestedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A queen's routes about machines, with one machine that is added: strange at first, behind a passphrase if wanted. */
final class FakeMachines {
    static final String KEY = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<AddNode> added = new CopyOnWriteArrayList<>();
    volatile boolean known = true;
    volatile List<String> needs = List.of();
    volatile List<ProbeFinding> findings = List.of();
    volatile String job = "j1";

    void routes(Routes routes) {
        routes.get("/v2/registry/beehives/list", x -> x.json(200, Map.of("nodes", List.of(node()))))
                .post("/v2/registry/beehives/probe", x -> {
                    AddNode said = x.body(AddNode.class);
                    calls.add("probe");
                    login(said.acceptHostKey(), said.password(), said.keyPassphrase());
                    x.json(200, new ProbedNode(KEY, "ssh-ed25519", report()));
                })
                .post("/v2/registry/beehives/add", x -> {
                    AddNode said = x.body(AddNode.class);
                    calls.add("add");
                    login(said.acceptHostKey(), said.password(), said.keyPassphrase());
                    added.add(said);
                    boolean start = Boolean.TRUE.equals(said.start());
                    x.json(200, answer(said.nodeName(), start));
                })
                .post("/v2/registry/beehives/remove", x -> {
                    RemoveNode said = x.body(RemoveNode.class);
                    calls.add("remove " + said.nodeName() + " " + said.force());
                    List<String> left =
                            Boolean.TRUE.equals(said.force()) ? List.of("/home/vince/.rbee-node") : List.of();
                    x.json(200, new RemovedNode(true, "Machine mac is removed.", "mac", left));
                })
                .post("/v2/registry/beehives/test", x -> {
                    calls.add("test " + x.body(NodeRef.class).nodeName());
                    x.json(200, new TestedNode(true, "It answers.", "mac", KEY, "ssh-ed25519", 42, report()));
                })
                .post("/v2/registry/beehives/login", x -> {
                    LoginNode said = x.body(LoginNode.class);
                    calls.add("login " + said.nodeName() + " " + said.remember());
                    login(said.acceptHostKey(), said.password(), said.keyPassphrase());
                    x.json(200, answer(said.nodeName(), true));
                })
                .post("/v1/hives/{id}/expect", x -> {
                    calls.add("expect " + x.path("id") + " "
                            + x.body(ExpectGpu.class).gpu());
                    x.json(200, FakeQueen.hive());
                })
                .post("/v1/hives/{id}/resume", this::action)
                .post("/v1/hives/{id}/restart", this::action)
                .post("/v1/hives/{id}/upgrade", this::action)
                .post("/v1/hives/{id}/wake", this::action);
    }

    private void action(Exchange x) {
        calls.add(x.path());
        x.json(202, dev.rbee.contract.jobs.JobAccepted.of("j1"));
    }

    private AddedNode answer(@Nullable String name, boolean start) {
        return new AddedNode(
                true, "Machine is saved.", String.valueOf(name), start ? job : null, start ? "/v1/jobs/" + job : null);
    }

    private void login(@Nullable String accepted, @Nullable String password, @Nullable String passphrase) {
        if (!known && (accepted == null || !List.of(accepted.split(",")).contains(KEY))) {
            throw problem(
                    ProblemCode.HOST_KEY_UNKNOWN,
                    "The host key of mac.lan is not known yet.",
                    Map.of("fingerprint", KEY, "key_type", "ssh-ed25519", "host", "mac.lan"));
        }
        List<String> missing = new ArrayList<>(needs);
        if ("right".equals(password)) {
            missing.remove("password");
        }
        if ("right".equals(passphrase)) {
            missing.remove("passphrase");
        }
        if (!missing.isEmpty()) {
            throw problem(ProblemCode.SSH_LOGIN_NEEDED, "mac.lan needs something.", Map.of("needs", missing));
        }
    }

    private static ProblemException problem(ProblemCode code, String message, Map<String, Object> details) {
        return new ProblemException(Problem.of(code, message, "See.").withDetails(Json.write(details)));
    }

    private ProbeReport report() {
        return new ProbeReport(
                "linux",
                "x64",
                "Debian GNU/Linux 12",
                "mac",
                "vince",
                "/home/vince",
                "/home/vince/.rbee-node",
                new CpuInfo("Ryzen", 8, 16, List.of(), null),
                new MemoryInfo(32_000_000_000L, 30_000_000_000L),
                new MemoryInfo(500_000_000_000L, 400_000_000_000L),
                List.of(),
                List.of(),
                "systemd",
                List.of(7835),
                0.0,
                List.of(),
                null,
                null,
                null,
                BundleKind.NATIVE,
                List.of("Upload rbee (60 MB)", "Start the hive"),
                findings);
    }

    private static Node node() {
        return new Node(
                "mac",
                "mac.lan",
                2222,
                "vince",
                null,
                null,
                null,
                null,
                FakeQueen.NOW.getEpochSecond() - 60,
                "error",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "running",
                "0.1.0-abcdef12",
                "Nobody answers.",
                null);
    }
}
