package dev.rbee.worker.boot;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The worker's program. The first line on stdin is its configuration; on stdout it says {@code ready <port>} as soon as it
 * can be asked (the model may still be loading), or {@code problem <JSON>} and ends with 1. Its log goes to stderr. The
 * end of stdin ends it at once.
 */
public final class WorkerMain {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private WorkerMain() {}

    /** Runs until it is told to end, or is superseded, or stdin ends. */
    public static void main(String[] args) {
        // Before anything of it logs: stdout belongs to the protocol.
        System.setProperty("logback.configurationFile", "dev/rbee/worker/logback.xml");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            WorkerConfig config = FirstLine.read(System.in);
            Lifeline.watch(System.in);
            WorkerProcess worker = new WorkerProcess(config);
            out.println("ready " + worker.port());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(worker), "terminated"));
            worker.load();
        } catch (ProblemException e) {
            fail(out, e.problem());
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            e.printStackTrace();
            fail(
                    out,
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "The worker could not start: " + e + ".",
                            "Its log says more."));
        }
    }

    /** A signal: what runs may end, for a short while. */
    private static void await(WorkerProcess worker) {
        worker.stop(GRACE);
        try {
            // The end halts the process from its own thread.
            Thread.sleep(GRACE.plusSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(PrintStream out, Problem problem) {
        out.println("problem " + Json.write(problem));
        System.err.println(problem.code().wire() + ": " + problem.message()
                + (problem.hint() == null ? "" : " " + problem.hint()));
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }
}
