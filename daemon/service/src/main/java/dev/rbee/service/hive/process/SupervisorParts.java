package dev.rbee.service.hive.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a supervisor is made of.
 *
 * @param launcher starts processes
 * @param door asks running workers
 * @param ports chooses ports
 * @param leftovers records what runs
 * @param logs folder of the log files
 * @param policy restarts and quarantine
 * @param timings its deadlines
 * @param ends told of every end that nobody asked for and every stop; called on the supervisor's thread, must not block
 * @param changed called on the same thread once the list of workers shows something else; must not block
 * @param clock for what is shown
 * @param nanos monotonic clock
 */
public record SupervisorParts(
        Launcher launcher,
        WorkerDoor door,
        Ports ports,
        Leftovers leftovers,
        Path logs,
        RestartPolicy policy,
        Timings timings,
        Consumer<WorkerEnd> ends,
        Runnable changed,
        InstantSource clock,
        LongSupplier nanos) {

    /**
     * Deadlines.
     *
     * @param start from the fork to the line {@code ready}
     * @param answer from then on, a spawn is answered at the latest after this, loaded or not
     * @param terminate from SIGTERM to SIGKILL
     */
    public record Timings(Duration start, Duration answer, Duration terminate) {
        /** 30 s, 10 s, 2 s. */
        public static final Timings STANDARD =
                new Timings(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }
}
