package dev.rbee.service.cli;

import dev.rbee.contract.hives.ExpectGpu;
import dev.rbee.contract.hives.HiveInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rbee hive expect}: what a machine's models should run on. */
@Command(
        name = "expect",
        description = "Say whether models should run on a GPU there; a hive that fails it is degraded.")
final class HiveExpect implements Callable<Integer> {
    private final Root root;

    @Parameters(paramLabel = "NAME", description = "The hive's name.")
    String name = "";

    @Parameters(paramLabel = "gpu|cpu|any", description = "any: on a GPU if it has one.")
    What what = What.ANY;

    /** What models should run on. */
    enum What {
        /** on a GPU */
        GPU,
        /** the CPU will do */
        CPU,
        /** on a GPU if there is one */
        ANY;

        ExpectGpu wire() {
            return switch (this) {
                case GPU -> new ExpectGpu(true);
                case CPU -> new ExpectGpu(false);
                case ANY -> new ExpectGpu(null);
            };
        }
    }

    HiveExpect(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Link link = Link.open(root)) {
            HiveInfo hive = link.queen().expectGpu(name, what.wire());
            root.output()
                    .result(hive, () -> "Hive " + name + " is " + hive.status().wire() + ".");
            return ExitCodes.OK;
        }
    }
}
