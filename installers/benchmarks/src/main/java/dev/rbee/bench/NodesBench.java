package dev.rbee.bench;

import dev.rbee.product.NodesFleet;
import dev.rbee.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From a bare machine to its first token and back, over SSH to servers on this very machine. */
final class NodesBench implements Main.Bench {
    private static final int RUNS = 5;
    private static final int TEN = 10;

    @Override
    public Table run(Path folder) throws Exception {
        double[] online = new double[RUNS];
        double[] token = new double[RUNS];
        double[] removed = new double[RUNS];
        double[] again = new double[RUNS];
        try (NodesFleet fleet = new NodesFleet(Files.createDirectory(folder.resolve("one-by-one")))) {
            fleet.start();
            for (int i = 0; i < RUNS; i++) {
                try (Sshd machine = Sshd.start(folder.resolve("m" + i))) {
                    long begin = System.nanoTime();
                    fleet.done(fleet.added(NodesFleet.machine("n", machine)));
                    online[i] = seconds(begin);
                    token[i] = online[i] + first(fleet);
                    again[i] = first(fleet);
                    begin = System.nanoTime();
                    fleet.about("remove", "n");
                    removed[i] = seconds(begin);
                }
            }
        }
        return new Table(
                        "Machines over SSH, `demo`, bundle and all on this one machine",
                        "what",
                        "min / **median** / max")
                .row("bare machine added: `add` to its hive's first heartbeat", new Figures(online).spread("s"))
                .row("`add` to the first token of a worker there", new Figures(token).spread("s"))
                .row("a second worker there: spawn to its first token", new Figures(again).spread("s"))
                .row("`remove`: nothing left", new Figures(removed).spread("s"))
                .row(
                        TEN + " bare machines in `rbee.toml`: start of the queen to " + TEN + " hives online",
                        new Figures(new double[] {ten(folder)}).spread("s"));
    }

    private static double first(NodesFleet fleet) throws Exception {
        return InferBench.spawnToFirstToken(fleet.api(), "{\"model\":\"demo\",\"hive\":\"n\"}");
    }

    private static double ten(Path folder) throws Exception {
        List<Sshd> machines = new ArrayList<>();
        StringBuilder settings = new StringBuilder();
        try (NodesFleet fleet = new NodesFleet(Files.createDirectory(folder.resolve("ten")))) {
            for (int i = 0; i < TEN; i++) {
                Sshd machine = Sshd.start(folder.resolve("ten" + i));
                machines.add(machine);
                settings.append(NodesFleet.declared("ten" + i, machine));
            }
            fleet.settings(settings.toString());
            long begin = System.nanoTime();
            fleet.start();
            for (int i = 0; i < TEN; i++) {
                fleet.awaitHive("ten" + i, "online");
            }
            return seconds(begin);
        } finally {
            machines.forEach(Sshd::close);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
