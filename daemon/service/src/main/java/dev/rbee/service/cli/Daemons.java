package dev.rbee.service.cli;

import dev.rbee.service.settings.EffectiveSettings;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The long-running parts as commands need them; made in {@code boot}, where the real clock and the signals are. */
public interface Daemons {
    /** A queen of this installation that runs in another process and has proved it; blocks for seconds at most. */
    Optional<String> localQueen();

    /**
     * Starts registry, queen and a local hive inside this process, on free ports where the usual ones are taken; blocks
     * until they serve. Closing stops them and everything they started, within a deadline; so does the end of this
     * process, however it ends.
     */
    Started start(EffectiveSettings settings);

    /** Runs a part until it is told to stop; {@code ready} gets its address once it serves. Returns the exit code. */
    int run(Part part, EffectiveSettings settings, Consumer<String> ready);

    /** Runs one worker as a child of this process until either ends; {@code ready} gets its address. Returns the exit code. */
    int worker(LoneWorker worker, EffectiveSettings settings, Consumer<String> ready);

    /**
     * Asks {@code handler} first when Ctrl-C comes; where it answers false, the process ends as usual. The result makes it
     * forget the handler.
     */
    Runnable onInterrupt(BooleanSupplier handler);

    /** True once this process is on its way out: what fails now fails because of that. */
    boolean ending();

    /** Does this when the process ends in any way but kill -9; the answer forgets it. */
    Runnable atEnd(Runnable last);

    /** Parts that run alone or together. */
    enum Part {
        /** registry, queen and local hive */
        ALL,
        /** the registry alone */
        REGISTRY,
        /** the queen alone */
        QUEEN,
        /** the hive of this machine */
        HIVE,
        /** the hive of this machine, which ends with its parent */
        HIVE_WITH_PARENT
    }

    /** Daemons inside this process. */
    interface Started extends AutoCloseable {
        /** Address of the queen. */
        String queenUrl();

        /** Stops them; blocks within a deadline. Harmless when called again. */
        @Override
        void close();
    }

    /**
     * A worker started by hand.
     *
     * @param model name or path of a GGUF file
     * @param port 0: any free one; null: the first free one of {@code worker.ports}
     */
    record LoneWorker(String model, @Nullable Integer port) {}
}
