package dev.rbee.service.hive.capabilities;

import dev.rbee.contract.hives.DeviceInfo;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** NVIDIA's GPUs, as {@code nvidia-smi} tells them: bounded in time, kept for a while. Thread-safe. */
public final class NvidiaSmi {
    private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmi.class);
    private static final int MOST = 64 * 1024;

    private final String path;
    private final Duration patience;
    private final Duration kept;
    private final LongSupplier nanos;
    private List<DeviceInfo> last = List.of();
    private long askedAt;
    private boolean asked;

    /**
     * Makes one.
     *
     * @param path where programs are looked for, as in PATH
     * @param patience for one run
     * @param kept how long an answer is used again
     */
    public NvidiaSmi(String path, Duration patience, Duration kept, LongSupplier nanos) {
        this.path = path;
        this.patience = patience;
        this.kept = kept;
        this.nanos = nanos;
    }

    /** The GPUs, none where there is no such program or it does not answer. Blocks for its patience at most. */
    public synchronized List<DeviceInfo> devices() {
        long now = nanos.getAsLong();
        if (!asked || now - askedAt > kept.toNanos()) {
            asked = true;
            askedAt = now;
            last = program().map(this::ask).orElse(List.of());
        }
        return last;
    }

    private Optional<Path> program() {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "nvidia-smi"))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private List<DeviceInfo> ask(Path program) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--query-gpu=index,name,memory.total,memory.free,driver_version",
                            "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(nothing())))
                    .start();
            // Closes its output at the deadline, so that the read below ends with it.
            Thread guard = Thread.ofVirtual().start(() -> guard(process));
            byte[] output = process.getInputStream().readNBytes(MOST);
            boolean ended = process.waitFor(1, TimeUnit.SECONDS);
            guard.interrupt();
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                LOG.warn("nvidia-smi failed or took longer than {}", patience);
                return List.of();
            }
            return parse(new String(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("nvidia-smi cannot be asked: {}", e.toString());
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private void guard(Process process) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String nothing() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    /** The lines that make sense. */
    static List<DeviceInfo> parse(String csv) {
        List<DeviceInfo> found = new ArrayList<>();
        for (String line : csv.lines().toList()) {
            String[] fields = line.split("\\s*,\\s*", -1);
            if (fields.length == 5 && fields[0].strip().matches("\\d{1,3}")) {
                Long total = mib(fields[2]);
                found.add(new DeviceInfo(
                        "GPU-" + fields[0].strip(),
                        fields[1].strip(),
                        "gpu",
                        total == null ? null : Double.valueOf(Math.round(total / 107_374_182.4) / 10.0),
                        total,
                        mib(fields[3]),
                        fields[4].strip()));
            }
        }
        return found;
    }

    private static @Nullable Long mib(String field) {
        String text = field.strip();
        return text.matches("\\d{1,9}") ? Long.valueOf(Long.parseLong(text) << 20) : null;
    }
}
