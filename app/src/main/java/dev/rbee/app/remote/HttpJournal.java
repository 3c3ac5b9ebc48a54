package dev.rbee.app.remote;

import dev.rbee.client.QueenClient;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Logs of the queen's side over HTTP, this application's from its file. */
public final class HttpJournal implements JournalSource {
    private final Queens queens;
    private final RandomGenerator random;
    private final Path own;

    /** {@code own} is this application's log file. */
    public HttpJournal(Queens queens, RandomGenerator random, Path own) {
        this.queens = queens;
        this.random = random;
        this.own = own;
    }

    @Override
    public void follow(String id, Ear ear) throws InterruptedException {
        if (id.equals("application")) {
            new FileTail(own).follow(ear);
            return;
        }
        String thing = id.substring(id.indexOf(':') + 1);
        String path = id.startsWith("hive:")
                ? QueenClient.hiveLogsPath(thing)
                : id.startsWith("worker:") ? QueenClient.workerLogsPath(thing) : QueenClient.LOGS;
        HttpLog.follow(queens.get(), path, ear, random);
    }
}
