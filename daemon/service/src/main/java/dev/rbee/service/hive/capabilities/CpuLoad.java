package dev.rbee.service.hive.capabilities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How busy all processors were since the last question, from {@code /proc/stat}. Thread-safe; reads one small file. */
public final class CpuLoad {
    private final Path stat;
    private long lastBusy;
    private long lastAll;
    private double last = -1;

    /** Reads that file; usually {@code /proc/stat}. */
    public CpuLoad(Path stat) {
        this.stat = stat;
    }

    /** 0 to 1; null before the second question and on systems without that file. */
    public synchronized @Nullable Double read() {
        try (var lines = Files.lines(stat)) {
            String[] words = lines.findFirst().orElse("").trim().split("\\s+");
            if (words.length < 6 || !words[0].equals("cpu")) {
                return null;
            }
            long all = 0;
            for (int i = 1; i < Math.min(words.length, 9); i++) {
                all += Long.parseLong(words[i]);
            }
            long idle = Long.parseLong(words[4]) + Long.parseLong(words[5]);
            return load(all - idle, all);
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Double load(long busy, long all) {
        boolean first = lastAll == 0;
        if (!first && all > lastAll) {
            last = Math.clamp((double) (busy - lastBusy) / (all - lastAll), 0.0, 1.0);
        }
        lastBusy = busy;
        lastAll = all;
        return last < 0 ? null : Double.valueOf(Math.round(last * 1000) / 1000.0);
    }
}
