package dev.rbee.service.hive.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log files of workers that are gone: the newest are kept, the rest deleted. */
public final class LogFolder {
    private static final Logger LOG = LoggerFactory.getLogger(LogFolder.class);

    private LogFolder() {}

    /** The file of one worker. */
    public static Path file(Path folder, String workerId) {
        return folder.resolve("worker-" + workerId + ".log");
    }

    /** Deletes all but the newest {@code kept} log files of workers; call it before the first worker starts. */
    public static void tidy(Path folder, int kept) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(f -> f.getFileName().toString().matches("worker-.*\\.log(\\.1)?"))
                    .sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified())
                            .reversed())
                    .skip(kept)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("folder={} old logs not deleted: {}", folder, e.toString());
        }
    }
}
