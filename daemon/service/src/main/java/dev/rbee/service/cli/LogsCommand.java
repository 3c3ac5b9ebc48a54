package dev.rbee.service.cli;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee logs}: the end of this machine's log file. */
@Command(name = "logs", sortOptions = false, description = "The end of this machine's rbee.log.")
final class LogsCommand implements Callable<Integer> {
    private static final int CHUNK = 512 * 1024;

    private final Root root;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many lines (50).")
    int lines = 50;

    @Option(names = "--hive", description = "The local hive's log instead.")
    boolean hive;

    @Option(names = "--path", description = "Print the path of the file only.")
    boolean path;

    LogsCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path file = root.surroundings().home().logs().resolve(hive ? "hive.log" : "rbee.log");
        if (path) {
            root.output().result(Map.of("path", file.toString()), file::toString);
            return ExitCodes.OK;
        }
        for (String line : tail(file)) {
            root.output().line(Map.of("line", line), () -> line);
        }
        return ExitCodes.OK;
    }

    private List<String> tail(Path file) {
        if (!Files.exists(file)) {
            throw ProblemException.of(
                    ProblemCode.QUEEN_NOT_FOUND, "There is no log yet: " + file + ".", "Nothing ran here so far.");
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - CHUNK);
            byte[] end = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(from > 0 ? 1 : 0, all.size() - Math.max(0, lines)), all.size());
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    private static ProblemException problem(Path file, IOException e) {
        return ProblemException.of(
                ProblemCode.INTERNAL_ERROR, "Cannot read " + file + ": " + e.getMessage() + ".", (@Nullable String)
                        null);
    }
}
