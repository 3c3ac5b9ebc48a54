package dev.rbee.service.queen.hives;

import dev.rbee.http.Exchange;
import dev.rbee.http.Sse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Follows a log of another machine by its last lines. Blocks on its reader's thread. */
final class RemoteTail {
    private static final long LOOK_MS = 2_000;

    private final RemoteLogs logs;
    private final String hive;
    private final int lines;

    RemoteTail(RemoteLogs logs, String hive, int lines) {
        this.logs = logs;
        this.hive = hive;
        this.lines = lines;
    }

    /** Sends its last lines and, where wanted, what is added until the reader has gone. */
    void send(Exchange x, boolean follow) throws IOException, InterruptedException {
        List<String> last = logs.tail(hive, lines);
        try (Sse sse = x.sse().endless()) {
            send(sse, last);
            if (!follow) {
                HiveLogs.end(sse, hive);
                return;
            }
            while (sse.isOpen()) {
                Thread.sleep(LOOK_MS);
                List<String> now = logs.tail(hive, lines);
                send(sse, added(last, now));
                last = now;
            }
        }
    }

    private static void send(Sse sse, List<String> lines) throws IOException {
        for (String line : lines) {
            sse.event(null, "log", Map.of("line", line));
        }
    }

    /** What stands in {@code now} behind the longest end of {@code before} that it begins with. */
    static List<String> added(List<String> before, List<String> now) {
        for (int from = 0; from < before.size(); from++) {
            List<String> end = before.subList(from, before.size());
            if (end.size() <= now.size() && now.subList(0, end.size()).equals(end)) {
                return now.subList(end.size(), now.size());
            }
        }
        return now;
    }
}
