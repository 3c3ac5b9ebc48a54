package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.rbee.client.EnginesClient;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee engine} and its subcommands. */
final class EngineActions {
    private EngineActions() {}

    /** {@code rbee engine}, which does nothing alone. */
    @Command(name = "engine", synopsisSubcommandLabel = "COMMAND", description = "See to the engines that run models.")
    static final class Engine {}

    /** On which hive. */
    abstract static class OnHive implements Callable<Integer> {
        final Root root;

        @Option(
                names = {"--node", "--hive"},
                paramLabel = "N",
                description = "On this hive; by default this machine's, or the only one.")
        @Nullable
        String hive;

        OnHive(Root root) {
            this.root = root;
        }

        EnginesClient client(Link link) {
            return client(link, OneHive.of(link, hive));
        }

        static EnginesClient client(Link link, HiveInfo where) {
            return EnginesClient.atQueen(link.remote(), where.id());
        }
    }

    /** {@code rbee engine list}. */
    @Command(name = "list", sortOptions = false, description = "Engines of all hives, or of one.")
    static final class ListEngines extends OnHive {
        ListEngines(Root root) {
            super(root);
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<HiveInfo> hives = hive == null
                        ? link.queen().hives().stream().filter(HiveInfo::online).toList()
                        : List.of(OneHive.of(link, hive));
                Map<String, List<EngineInfo>> found = new LinkedHashMap<>();
                hives.forEach(each -> found.put(each.id(), client(link, each).list()));
                root.output().result(found, () -> table(found));
                return ExitCodes.OK;
            }
        }

        private static String table(Map<String, List<EngineInfo>> found) {
            Table table = new Table("HIVE", "ENGINE", "VERSION", "STATE", "ORIGIN", "SMOKE TEST", "DEVICES");
            found.forEach((hive, engines) -> engines.forEach(engine -> table.row(
                    hive,
                    engine.name(),
                    engine.version(),
                    state(engine),
                    engine.origin(),
                    Words.speed(engine.tokensPerSecond()),
                    String.join("; ", Objects.requireNonNullElse(engine.devices(), List.<String>of())))));
            return table.isEmpty() ? "No hive is online." : table.toString();
        }

        private static String state(EngineInfo engine) {
            if (!engine.available()) {
                return "unusable: " + engine.reason();
            }
            return Boolean.TRUE.equals(engine.selected()) ? "in use" : "ready";
        }
    }

    /** {@code rbee engine install}. */
    @Command(
            name = "install",
            sortOptions = false,
            description = {
                "Install llama-server from a release archive of llama.cpp (.tar.gz, .zip), or a program on that machine.",
                "It is tried with the demo model first; where that fails, the one before stays in use."
            })
    static final class Install extends OnHive {
        @Parameters(paramLabel = "SOURCE", description = "https address of an archive, or a path on that machine.")
        String source = "";

        @Option(
                names = "--sha256",
                paramLabel = "HEX",
                description = "Checksum of the archive; needed with an address.")
        @Nullable
        String sha256;

        @Option(
                names = "--version",
                paramLabel = "V",
                description = "What to call it; by default as the archive is named.")
        @Nullable
        String version;

        Install(Root root) {
            super(root);
        }

        @Override
        public Integer call() {
            boolean far = source.contains("://");
            if (far && sha256 == null) {
                throw new ProblemException(Problem.of(
                        ProblemCode.MISSING_FIELD,
                        "An archive from the network needs its checksum.",
                        "Add --sha256; the release page of llama.cpp shows it."));
            }
            Output output = root.output();
            try (Link link = Link.open(root);
                    StatusLine line = new StatusLine(output)) {
                HiveInfo where = OneHive.of(link, hive);
                InstallEngine what = far
                        ? new InstallEngine(source, null, sha256, version)
                        : new InstallEngine(null, path(where), sha256, version);
                JobAccepted job = client(link, where).install(what);
                JsonNode result = Jobs.await(link, job, "installing on " + where.id(), line, Jobs.TRANSFER);
                JsonNode shown = result == null ? NullNode.instance : result;
                output.result(
                        shown,
                        () -> "llama-server " + shown.path("version").asText("?") + " is installed on " + where.id()
                                + speed(shown) + ".");
                return ExitCodes.OK;
            }
        }

        private static String speed(JsonNode shown) {
            double speed = shown.path("tokens_per_second").asDouble();
            return speed > 0 ? " (demo model: " + Words.speed(speed) + ")" : "";
        }

        /** Of this machine's hive relative to where the command was typed; elsewhere as it is. */
        private String path(HiveInfo where) {
            if (where.mode() != HiveMode.LOCAL) {
                return source;
            }
            Path file = Path.of(source).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file)) {
                throw ProblemException.of(
                        ProblemCode.SOURCE_NOT_FOUND,
                        "There is no file " + file + ".",
                        "Give an archive of llama.cpp, its llama-server program, or an https address.");
            }
            return file.toString();
        }
    }

    /** {@code rbee engine use}. */
    @Command(name = "use", sortOptions = false, description = "Workers get this version of llama-server from now on.")
    static final class Use extends OnHive {
        @Parameters(paramLabel = "VERSION", description = "As `rbee engine list` shows it.")
        String version = "";

        Use(Root root) {
            super(root);
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                client(link).use(version);
                root.output()
                        .result(
                                Map.of("version", version, "selected", true),
                                () -> "New workers run llama-server " + version + "; those that run stay as they are.");
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee engine rm}. */
    @Command(
            name = "rm",
            sortOptions = false,
            description = "Remove an installed version; refused while a worker runs it.")
    static final class Remove extends OnHive {
        @Parameters(paramLabel = "VERSION", description = "As `rbee engine list` shows it.")
        String version = "";

        Remove(Root root) {
            super(root);
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                client(link).remove(version);
                root.output()
                        .result(
                                Map.of("version", version, "removed", true),
                                () -> "llama-server " + version + " is removed.");
                return ExitCodes.OK;
            }
        }
    }
}
