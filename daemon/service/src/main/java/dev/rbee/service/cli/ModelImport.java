package dev.rbee.service.cli;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee model import}. */
@Command(name = "import", sortOptions = false, description = "Make a GGUF file of this machine known to its hive.")
final class ModelImport implements Callable<Integer> {
    private static final int LOOKS = 100;
    private static final long LOOK_MS = 100;

    private final Root root;

    @Parameters(paramLabel = "FILE", description = "The GGUF file; of a split model the first part.")
    Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "Its name; by default the file's.")
    @Nullable
    String name;

    @Option(names = "--copy", description = "Copy it into the store instead of using it where it is.")
    boolean copy;

    ModelImport(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Output output = root.output();
        try (Link link = Link.open(root);
                StatusLine line = new StatusLine(output)) {
            ModelEntry entry = take(link, file, name, copy, line);
            line.close();
            output.result(entry, () -> "Model " + entry.id() + " (" + Words.bytes(entry.sizeBytes()) + ") is there.");
            return ExitCodes.OK;
        }
    }

    /** Imports it and waits until the queen knows. Throws {@code model_file_missing} and what the hive says. */
    static ModelEntry take(Link link, Path file, @Nullable String name, boolean copy, StatusLine line) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            throw ProblemException.of(
                    ProblemCode.MODEL_FILE_MISSING, "There is no file " + absolute + ".", "Check the path.");
        }
        line.show("importing " + absolute.getFileName(), null);
        ModelEntry entry = new HiveClient(link.other(OneHive.local(link).url()))
                .importModel(new ImportModel(absolute.toString(), name, copy));
        awaitListed(link, entry.id());
        return entry;
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
}
