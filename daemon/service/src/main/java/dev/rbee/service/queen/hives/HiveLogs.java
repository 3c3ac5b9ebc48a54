package dev.rbee.service.queen.hives;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Sse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code GET /v1/hives/{id}/logs}: the end of the log file of a hive that this queen started, then what is added. */
public final class HiveLogs {
    private final Map<String, Path> files;

    /** @param files by hive */
    public HiveLogs(Map<String, Path> files) {
        this.files = Map.copyOf(files);
    }

    void follow(String hive, Exchange x) throws Exception {
        Path file = files.get(hive);
        if (file == null) {
            throw ProblemException.of(
                    ProblemCode.UNSUPPORTED_PARAMETER,
                    "The log of hive " + hive + " is on its own machine.",
                    "Read it there: rbee logs hive.");
        }
        if (!Files.exists(file)) {
            throw ProblemException.of(
                    ProblemCode.HIVE_OFFLINE,
                    "Hive " + hive + " has written no log yet.",
                    "Start it: rbee hive start " + hive);
        }
        try (Sse sse = x.sse().endless()) {
            new LogTail(file, 200).follow(sse);
        }
    }
}
