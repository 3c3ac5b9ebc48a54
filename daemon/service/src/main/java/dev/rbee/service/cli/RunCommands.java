package dev.rbee.service.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Parts that run until they are told to stop. */
final class RunCommands {
    private RunCommands() {}

    /** Options of all of them. */
    static final class Flags {
        @Option(
                names = "--port",
                paramLabel = "PORT",
                description = "Listen on this port and no other; 0 is any free one.")
        @Nullable
        Integer port;

        @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any setting, as in queen.drain_s=5.")
        Map<String, String> set = new HashMap<>();

        Map<String, String> settings(String portKey) {
            Map<String, String> flags = new HashMap<>(set);
            if (port != null) {
                flags.put(portKey, Integer.toString(port));
            }
            return flags;
        }
    }

    static int run(Root root, Daemons.Part part, Map<String, String> flags) {
        Surroundings surroundings = root.surroundings();
        return surroundings
                .daemons()
                .run(
                        part,
                        surroundings.settings(flags),
                        url -> root.output().result(Map.of("ready", url), () -> "ready " + url));
    }

    /** {@code rbee registry}. */
    @Command(name = "registry", description = "Run the registry alone.")
    static final class Registry implements Callable<Integer> {
        private final Root root;

        @Mixin
        Flags flags = new Flags();

        Registry(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            return run(root, Daemons.Part.REGISTRY, flags.settings("registry.port"));
        }
    }

    /** {@code rbee queen}. */
    @Command(name = "queen", description = "Run the queen alone.")
    static final class Queen implements Callable<Integer> {
        private final Root root;

        @Mixin
        Flags flags = new Flags();

        Queen(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            return run(root, Daemons.Part.QUEEN, flags.settings("queen.port"));
        }
    }

    /** {@code rbee hive} and its subcommands. */
    @Command(name = "hive", description = "Run this machine's hive alone, or see to hives.")
    static final class Hive implements Callable<Integer> {
        private final Root root;

        @Mixin
        Flags flags = new Flags();

        @Option(names = "--with-parent", description = "End when standard input ends.")
        boolean withParent;

        Hive(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            return run(
                    root,
                    withParent ? Daemons.Part.HIVE_WITH_PARENT : Daemons.Part.HIVE,
                    flags.settings("local_hive.port"));
        }
    }

    /** {@code rbee worker} and its subcommands. */
    @Command(name = "worker", description = "Run one worker by hand, or see to workers.")
    static final class Worker implements Callable<Integer> {
        private final Root root;

        @Mixin
        Flags flags = new Flags();

        @Option(names = "--model", paramLabel = "M", description = "Name or GGUF file (demo).")
        String model = "demo";

        Worker(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Surroundings surroundings = root.surroundings();
            return surroundings
                    .daemons()
                    .worker(
                            new Daemons.LoneWorker(model, flags.port),
                            surroundings.settings(flags.set),
                            url -> root.output().result(Map.of("ready", url), () -> "ready " + url));
        }
    }

    /** {@code rbee model}, which does nothing alone. */
    @Command(name = "model", synopsisSubcommandLabel = "COMMAND", description = "Find, fetch and see to models.")
    static final class Model {}
}
