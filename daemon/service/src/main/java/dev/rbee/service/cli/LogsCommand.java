package dev.rbee.service.cli;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee logs}: the end of this machine's log file. */
@Command(name = "logs", sortOptions = false, description = "The end of this machine's rbee.log.")
final class LogsCommand implements Callable<Integer> {
    private static final long LOOK_MS = 250;

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

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    boolean follow;

    LogsCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path file = root.surroundings().home().logs().resolve(hive ? "hive.log" : "rbee.log");
        if (path) {
            root.output().result(Map.of("path", file.toString()), file::toString);
            return ExitCodes.OK;
        }
        if (!Files.exists(file)) {
            throw ProblemException.of(
                    ProblemCode.QUEEN_NOT_FOUND, "There is no log yet: " + file + ".", "Nothing ran here so far.");
        }
        GrowingFile log = new GrowingFile(file);
        try {
            say(log.tail(lines));
            if (follow) {
                follow(log);
            }
            return ExitCodes.OK;
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    /** Until Ctrl-C, which is the way to end it and no failure. */
    private void follow(GrowingFile log) throws IOException, InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        Runnable restore = root.surroundings().daemons().onInterrupt(() -> {
            enough.countDown();
            return true;
        });
        try {
            while (!enough.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                say(log.more());
            }
        } finally {
            restore.run();
        }
    }

    private void say(List<String> all) {
        for (String line : all) {
            root.output().line(Map.of("line", line), () -> line);
        }
    }

    private static ProblemException problem(Path file, IOException e) {
        return ProblemException.of(
                ProblemCode.INTERNAL_ERROR, "Cannot read " + file + ": " + e.getMessage() + ".", (@Nullable String)
                        null);
    }
}
