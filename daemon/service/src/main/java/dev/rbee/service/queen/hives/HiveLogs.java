package dev.rbee.service.queen.hives;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Sse;
import dev.rbee.service.queen.logs.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code GET /v1/hives/{id}/logs}: the end of a hive's log, then what is added; of this machine's hive and of those on linked machines. */
public final class HiveLogs {
    private static final int LINES = 200;

    private final Map<String, Path> files;
    private final RemoteLogs remote;

    /**
     * Over those.
     *
     * @param files of this machine's hives
     */
    public HiveLogs(Map<String, Path> files, RemoteLogs remote) {
        this.files = Map.copyOf(files);
        this.remote = remote;
    }

    /** Sends them; {@code ?follow=false} ends after what is there. */
    void follow(String hive, Exchange x) throws Exception {
        boolean follow = !x.query("follow").orElse("true").equals("false");
        if (remote.has(hive)) {
            new RemoteTail(remote, hive, LINES).send(x, follow);
            return;
        }
        Path file = files.get(hive);
        if (file == null) {
            throw ProblemException.of(
                    ProblemCode.UNSUPPORTED_PARAMETER,
                    "The log of hive " + hive + " is on its own machine.",
                    "Read it there: rbee logs --hive.");
        }
        if (!Files.exists(file)) {
            throw ProblemException.of(
                    ProblemCode.HIVE_OFFLINE,
                    "Hive " + hive + " has written no log yet.",
                    "Start it: rbee hive start " + hive);
        }
        try (Sse sse = x.sse().endless()) {
            LogTail tail = new LogTail(file, LINES);
            tail.last(sse);
            if (follow) {
                tail.follow(sse);
            } else {
                end(sse, hive);
            }
        }
    }

    static void end(Sse sse, String hive) throws IOException {
        sse.event(null, "end", Map.of("hive_id", hive));
    }
}
