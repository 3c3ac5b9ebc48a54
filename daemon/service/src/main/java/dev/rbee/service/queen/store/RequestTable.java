package dev.rbee.service.queen.store;

import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import dev.rbee.service.sqlite.Sqlite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

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

    /** Those of that filter, newest first. */
    public RequestPage page(RequestFilter filter, Span span) {
        List<RequestEntry> found = database.read(connection -> Rows.all(
                connection,
                "SELECT * FROM requests WHERE n < ?1 AND n > ?2 AND (?3 IS NULL OR model = ?3)"
                        + " AND (?4 IS NULL OR worker_id = ?4) AND (?5 IS NULL OR hive_id = ?5)"
                        + " AND (?6 IS NULL OR caller = ?6) AND (?7 IS NULL OR outcome = ?7)"
                        + " AND (?8 IS NULL OR kind = ?8) AND (?9 IS NULL OR started_at >= ?9)"
                        + " AND (?10 IS NULL OR instr(lower(concat_ws(' ', request_id, model, worker_id, hive_id,"
                        + " caller, route, code)), lower(?10)) > 0) ORDER BY n DESC LIMIT ?11",
                RequestTable::entry,
                span.beforeOrMax(),
                span.afterOrMin(),
                filter.model(),
                filter.worker(),
                filter.hive(),
                filter.caller(),
                filter.outcome(),
                filter.kind(),
                filter.since(),
                filter.text(),
                span.limit()));
        return new RequestPage(
                found, found.size() < span.limit() ? null : found.getLast().n());
    }

    /** What they can be filtered by. */
    public Facets facets() {
        return database.read(connection -> FacetCounts.of(
                connection,
                "requests",
                Map.of(
                        "outcome",
                        "outcome",
                        "model",
                        "model",
                        "worker",
                        "worker_id",
                        "hive",
                        "hive_id",
                        "caller",
                        "caller",
                        "kind",
                        "kind")));
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
