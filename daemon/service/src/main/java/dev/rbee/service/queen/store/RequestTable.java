package dev.rbee.service.queen.store;

import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Table {@code requests}: the newest ones, older ones are deleted. Thread-safe; {@link #page} blocks on the disk. */
public final class RequestTable implements RequestLog {
    private static final int KEPT = 20_000;
    private static final int SLACK = 200;

    private final Database database;
    private final LongAdder dropped = new LongAdder();

    /** On an open database. */
    public RequestTable(Database database) {
        this.database = database;
    }

    @Override
    public void ended(RequestEntry entry) {
        boolean taken = database.post(connection -> {
            Rows.change(
                    connection,
                    "INSERT INTO requests (request_id, started_at, kind, model, worker_id, hive_id, caller, outcome, code,"
                            + " route, streamed, attempts, queue_ms, first_token_ms, duration_ms, prompt_tokens,"
                            + " completion_tokens) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    entry.requestId(),
                    entry.startedAt(),
                    entry.kind(),
                    entry.model(),
                    entry.workerId(),
                    entry.hiveId(),
                    entry.caller(),
                    entry.outcome(),
                    entry.code(),
                    entry.route(),
                    entry.streamed() ? 1 : 0,
                    entry.attempts(),
                    entry.queueMs(),
                    entry.firstTokenMs(),
                    entry.durationMs(),
                    entry.promptTokens(),
                    entry.completionTokens());
            long n = Long.parseLong(Sqlite.one(connection, "SELECT last_insert_rowid()"));
            if (n % SLACK == 0) {
                Rows.change(connection, "DELETE FROM requests WHERE n <= ?", n - KEPT);
            }
            return true;
        });
        if (!taken) {
            dropped.increment();
        }
    }

    /** Entries that could not be written because too many came at once. */
    public long dropped() {
        return dropped.sum();
    }

    /**
     * Newest first.
     *
     * @param before only older ones than this {@code n}; null for the newest
     * @param limit at most this many
     */
    public RequestPage page(@Nullable String model, @Nullable String worker, int limit, @Nullable Long before) {
        List<RequestEntry> found = database.read(connection -> Rows.all(
                connection,
                "SELECT * FROM requests WHERE (?1 IS NULL OR model = ?1) AND (?2 IS NULL OR worker_id = ?2)"
                        + " AND n < ?3 ORDER BY n DESC LIMIT ?4",
                RequestTable::entry,
                model,
                worker,
                before == null ? Long.MAX_VALUE : before,
                limit));
        return new RequestPage(
                found, found.size() < limit ? null : found.getLast().n());
    }

    private static RequestEntry entry(ResultSet row) throws SQLException {
        return new RequestEntry(
                row.getLong("n"),
                Rows.sure(row, "request_id"),
                Instant.parse(Rows.sure(row, "started_at")),
                Rows.sure(row, "kind"),
                Rows.sure(row, "model"),
                Rows.text(row, "worker_id"),
                Rows.text(row, "hive_id"),
                Rows.sure(row, "caller"),
                Rows.sure(row, "outcome"),
                Rows.text(row, "code"),
                Rows.text(row, "route"),
                row.getInt("streamed") != 0,
                row.getInt("attempts"),
                Rows.number(row, "queue_ms"),
                Rows.number(row, "first_token_ms"),
                row.getLong("duration_ms"),
                Rows.whole(row, "prompt_tokens"),
                Rows.whole(row, "completion_tokens"));
    }
}
