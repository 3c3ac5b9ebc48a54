package dev.rbee.worker.llamaserver;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the child said: where it listens, and when it fails, why. Thread-safe. */
final class LastLines implements Consumer<String> {
    private static final Logger LOG = LoggerFactory.getLogger("llama-server");
    private static final Pattern LISTENING = Pattern.compile(
            "listening on http://127\\.0\\.0\\.1:(\\d{1,5})|hostname: 127\\.0\\.0\\.1, port: (\\d{1,5})");
    private static final Pattern ARCHITECTURE = Pattern.compile("unknown model architecture: '([^']{1,60})'");
    private static final Pattern MEMORY = Pattern.compile(
            "out of memory|failed to allocate|unable to allocate|cudaMalloc failed|bad_alloc|ErrorOutOfDeviceMemory");
    private static final int KEPT = 60;
    private static final int LONGEST = 400;

    private final Deque<String> lines = new ArrayDeque<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private volatile boolean quiet;

    @Override
    public void accept(String line) {
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        synchronized (lines) {
            lines.addLast(shown);
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
            port.complete(Integer.parseInt(listening.group(1) == null ? listening.group(2) : listening.group(1)));
        }
        if (quiet) {
            LOG.debug("{}", shown);
        } else {
            LOG.info("{}", shown);
        }
    }

    /** Completed once it listens. */
    CompletableFuture<Integer> port() {
        return port;
    }

    /** From now on its lines are only kept: there are several per request. */
    void quiet() {
        quiet = true;
    }

    /** Why it ended while it loaded. */
    Problem failure(int exitCode, String version) {
        List<String> said;
        synchronized (lines) {
            said = List.copyOf(lines);
        }
        String all = String.join("\n", said);
        Matcher architecture = ARCHITECTURE.matcher(all);
        if (architecture.find()) {
            return Problem.of(
                    ProblemCode.ENGINE_MISSING,
                    "llama-server " + version + " does not know the architecture \"" + architecture.group(1) + "\".",
                    "Install a newer one: rbee engine install");
        }
        if (MEMORY.matcher(all).find()) {
            return Problem.of(
                    ProblemCode.MODEL_TOO_LARGE,
                    "There is too little memory for the model with this context: " + last(said, MEMORY) + ".",
                    "Use fewer slots, a smaller context, fewer layers on the GPU, or a smaller quantization.");
        }
        return Problem.of(
                ProblemCode.ENGINE_FAILED,
                "llama-server " + version + " ended with exit code " + exitCode + " while it loaded the model: "
                        + reason(said) + ".",
                "The worker's log has what it said; another version may do: rbee engine list");
    }

    private static String reason(List<String> said) {
        return said.stream()
                .filter(line -> line.contains(" E ")
                        || line.toLowerCase(java.util.Locale.ROOT).contains("error"))
                .findFirst()
                .map(LastLines::plain)
                .orElseGet(() -> said.isEmpty() ? "it said nothing" : plain(said.getLast()));
    }

    private static String last(List<String> said, Pattern pattern) {
        return said.stream()
                .filter(line -> pattern.matcher(line).find())
                .map(LastLines::plain)
                .findFirst()
                .orElse("out of memory");
    }

    private static String plain(String line) {
        return line.replaceFirst("^[\\d.]+ [A-Z] +", "")
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
    }
}
