package dev.rbee.service.cli;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommands of {@code rbee model}. */
final class ModelActions {
    private static final int LOOKS = 100;
    private static final long LOOK_MS = 100;

    private ModelActions() {}

    /** {@code rbee model list}. */
    @Command(name = "list", description = "Model files and the hives that have them.")
    static final class ListModels implements Callable<Integer> {
        private final Root root;

        ListModels(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<ModelEntry> models = link.queen().catalog();
                root.output().result(models, () -> Tables.models(models));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee model import}. */
    @Command(name = "import", sortOptions = false, description = "Make a GGUF file of this machine known to its hive.")
    static final class Import implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "FILE", description = "The GGUF file.")
        Path file = Path.of("");

        @Option(names = "--name", paramLabel = "NAME", description = "Its name; by default the file's.")
        @Nullable
        String name;

        @Option(names = "--copy", description = "Copy it into the store instead of using it where it is.")
        boolean copy;

        Import(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Path absolute = file.toAbsolutePath().normalize();
            if (!Files.isRegularFile(absolute)) {
                throw ProblemException.of(
                        ProblemCode.MODEL_FILE_MISSING, "There is no file " + absolute + ".", "Check the path.");
            }
            Output output = root.output();
            try (Link link = Link.open(root);
                    StatusLine line = new StatusLine(output)) {
                line.show("importing " + absolute.getFileName(), null);
                ModelEntry entry = new HiveClient(link.other(localHive(link).url()))
                        .importModel(new ImportModel(absolute.toString(), name, copy));
                awaitListed(link, entry.id());
                line.close();
                output.result(
                        entry, () -> "Model " + entry.id() + " (" + Words.bytes(entry.sizeBytes()) + ") is there.");
                return ExitCodes.OK;
            }
        }

        /** The hive tells its queen in a moment; what is typed next shall find the model. Gives up without complaint. */
        private static void awaitListed(Link link, String id) {
            try {
                for (int i = 0; i < LOOKS && link.queen().catalog().stream().noneMatch(m -> m.id().equals(id)); i++) {
                    Thread.sleep(LOOK_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static HiveInfo localHive(Link link) {
            return link.queen().hives().stream()
                    .filter(hive -> hive.mode() == HiveMode.LOCAL && hive.online())
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.of(
                            ProblemCode.HIVE_OFFLINE,
                            "That queen has no hive on this machine that is online.",
                            "See `rbee hive list`.")));
        }
    }

    /** {@code rbee model rm}. */
    @Command(name = "rm", description = "Remove a model; a file that was imported in place stays where it is.")
    static final class Remove implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "NAME", description = "The model.")
        String name = "";

        @Option(
                names = {"--node", "--hive"},
                paramLabel = "N",
                description = "On this hive only.")
        @Nullable
        String hive;

        Remove(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                link.queen().deleteModel(name, hive);
                root.output().result(Map.of("model", name, "removed", true), () -> "Model " + name + " removed.");
                return ExitCodes.OK;
            }
        }
    }
}
