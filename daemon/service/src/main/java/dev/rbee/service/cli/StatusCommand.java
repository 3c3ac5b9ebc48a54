package dev.rbee.service.cli;

import dev.rbee.client.NodesClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code rbee status}. */
@Command(name = "status", description = "What runs: queen, hives, workers.")
final class StatusCommand implements Callable<Integer> {
    private final Root root;

    StatusCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Link link = Link.open(root)) {
            DaemonInfo info = link.remote().get("/v1/info", DaemonInfo.class);
            List<HiveInfo> hives = link.queen().hives();
            List<WorkerInfo> workers = link.queen().workers();
            Map<String, Object> all = new TreeMap<>();
            all.put("queen", info);
            all.put("url", link.remote().base());
            all.put("hives", hives);
            all.put("workers", workers);
            root.output().result(all, () -> {
                List<Node> nodes = new NodesClient(link.remote()).list();
                return text(link.remote().base(), info, hives, nodes, workers);
            });
            return ExitCodes.OK;
        }
    }

    private String text(String url, DaemonInfo info, List<HiveInfo> hives, List<Node> nodes, List<WorkerInfo> workers) {
        String up = Words.span(java.time.Duration.between(
                info.startedAt(), root.surroundings().clock().instant()));
        String head = "queen " + info.version() + " at " + url + ", up " + up + ", pid " + info.pid();
        return head + "\n\n" + HiveTable.of(hives, nodes, root.surroundings().clock()) + "\n\n"
                + Tables.workers(workers, root.surroundings().clock());
    }
}
