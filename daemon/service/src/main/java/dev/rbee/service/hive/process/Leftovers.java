package dev.rbee.service.hive.process;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code run/workers.json}: which processes a hive started, so that the next one can end those that somehow outlived it.
 * A process is ours only where pid, start time and the nonce in its argv are all as recorded. Methods touch the disk.
 */
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    /** Begins a name in the argv of a worker's llama-server. */
    private static final String ENGINE = "rbee-engine-";

    private final Path file;

    /** Keeps the record in that file. */
    public Leftovers(Path file) {
        this.file = file;
    }

    /** One process. */
    public record Entry(String workerId, long pid, Instant started, String nonce) {}

    /** Replaces the record; a disk that refuses costs only the sweep. */
    public void write(List<Entry> running) {
        try {
            PrivateFiles.replace(file, Json.write(running) + "\n");
        } catch (IOException e) {
            LOG.warn("file={} not written: {}", file, e.toString());
        }
    }

    /** Kills what is left of an earlier hive and waits up to {@code patience} for its end; returns how many there were. */
    public int sweep(Duration patience) {
        List<Entry> recorded = read();
        List<ProcessHandle> left = Stream.concat(
                        recorded.stream().flatMap(e -> alive(e).stream()), engines(recorded).stream())
                .toList();
        for (ProcessHandle process : left) {
            LOG.warn("pid={} left over from an earlier hive, killing it", process.pid());
            process.destroyForcibly();
        }
        for (ProcessHandle process : left) {
            try {
                process.onExit()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } catch (CompletionException e) {
                LOG.warn("pid={} left over and still there", process.pid());
            }
        }
        return left.size();
    }

    private List<Entry> read() {
        try {
            return Files.exists(file) ? Json.readList(Files.readAllBytes(file), Entry.class) : List.of();
        } catch (IOException | ProblemException e) {
            LOG.warn("file={} not readable, nothing swept: {}", file, e.toString());
            return List.of();
        }
    }

    private static Optional<ProcessHandle> alive(Entry entry) {
        return ProcessHandle.of(entry.pid())
                .filter(p -> p.info()
                        .startInstant()
                        .map(start -> close(start, entry.started()))
                        .orElse(false))
                .filter(p -> arguments(p).contains("-Drbee.nonce=" + entry.nonce()));
    }

    /** Processes of engines, which carry the nonce of the worker that started them; they end with it, or should. */
    private static List<ProcessHandle> engines(List<Entry> recorded) {
        Set<String> names = recorded.stream().map(e -> ENGINE + e.nonce()).collect(Collectors.toSet());
        return names.isEmpty()
                ? List.of()
                : ProcessHandle.allProcesses()
                        .filter(p -> arguments(p).stream().anyMatch(names::contains))
                        .toList();
    }

    /** Start times are counted from the boot, whose own time moves when the clock is set. */
    private static boolean close(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(Duration.ofSeconds(2)) < 0;
    }

    private static List<String> arguments(ProcessHandle process) {
        try {
            Path whole = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            if (Files.exists(whole)) {
                return List.of(Files.readString(whole).split("\0"));
            }
        } catch (IOException e) {
            LOG.debug("pid={} has no readable command line: {}", process.pid(), e.toString());
        }
        return process.info().arguments().map(List::of).orElse(List.of());
    }
}
