package dev.rbee.service.cli;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.models.GcReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee model gc}. */
@Command(
        name = "gc",
        sortOptions = false,
        description = "Delete what no model needs: downloads that nobody goes on with, and files without a name.")
final class ModelGc implements Callable<Integer> {
    private final Root root;

    @Option(names = "--dry-run", description = "Only say what would be deleted.")
    boolean dryRun;

    ModelGc(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Output output = root.output();
        try (Link link = Link.open(root)) {
            GcReport report = new ModelsClient(link.remote()).gc(dryRun);
            output.result(report, () -> ModelTables.gc(report));
            return ExitCodes.OK;
        }
    }
}
