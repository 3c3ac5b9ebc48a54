package dev.rbee.service.cli;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerPlacement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rbee worker show}. */
@Command(name = "show", description = "One worker, and why it is where it is.")
final class ShowWorker implements Callable<Integer> {
    private final Root root;

    @Parameters(paramLabel = "ID", description = "The worker's id.")
    String id = "";

    ShowWorker(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Link link = Link.open(root)) {
            WorkerInfo worker = link.queen().worker(id);
            WorkerPlacement placement = link.queen().workerPlacement(id);
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("worker", worker);
            all.put("placement", placement);
            Instant now = root.surroundings().clock().instant();
            root.output().result(all, () -> Tables.workers(List.of(worker), () -> now) + "\n" + text(placement, now));
            return ExitCodes.OK;
        }
    }

    /** Why it is there, a line for each hive that it is not on. */
    static String text(WorkerPlacement placement, Instant now) {
        String started = switch (placement.by()) {
            case "hand" -> "Started by hand " + Words.ago(placement.at(), now) + ". ";
            case "requests" -> "Started for requests " + Words.ago(placement.at(), now) + ". ";
            default -> "";
        };
        List<String> lines = new ArrayList<>();
        lines.add(started + placement.reason());
        if (placement.needsBytes() != null && placement.freeBytes() != null) {
            lines.add("It was to take " + Words.bytes(placement.needsBytes()) + " of "
                    + Words.bytes(placement.freeBytes()) + " that were free.");
        }
        for (WorkerPlacement.Passed other : placement.others()) {
            lines.add("  " + other.hive() + " " + other.why()
                    + (other.freeBytes() == null ? "" : " (" + Words.bytes(other.freeBytes()) + " free)"));
        }
        return String.join("\n", lines);
    }
}
