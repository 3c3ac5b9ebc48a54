package dev.rbee.service.queen.store;

import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.audit.AuditPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code audit}: the newest ones, older ones are deleted. Thread-safe; blocks on the disk. */
public final class AuditTable {
    private static final int KEPT = 10_000;
    private static final int SLACK = 100;

    private final Database database;

    /** On an open database. */
    public AuditTable(Database database) {
        this.database = database;
    }

    /** Writes an entry ({@code n} is ignored) and returns when it is on the disk. */
    public void add(AuditEntry entry) {
        var _ = database.write(connection -> {
            Rows.change(
                    connection,
                    "INSERT INTO audit (at, actor, action, target, outcome, details) VALUES (?,?,?,?,?,?)",
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.target(),
                    entry.outcome(),
                    entry.details());
            long n = Long.parseLong(Sqlite.one(connection, "SELECT last_insert_rowid()"));
            return n % SLACK != 0 || Rows.change(connection, "DELETE FROM audit WHERE n <= ?", n - KEPT) >= 0;
        });
    }

    /**
     * Newest first.
     *
     * @param before only older ones than this {@code n}; null for the newest
     * @param limit at most this many
     */
    public AuditPage page(int limit, @Nullable Long before) {
        List<AuditEntry> found = database.read(connection -> Rows.all(
                connection,
                "SELECT * FROM audit WHERE n < ? ORDER BY n DESC LIMIT ?",
                row -> new AuditEntry(
                        row.getLong("n"),
                        Instant.parse(Rows.sure(row, "at")),
                        Rows.sure(row, "actor"),
                        Rows.sure(row, "action"),
                        Rows.text(row, "target"),
                        Rows.sure(row, "outcome"),
                        Rows.text(row, "details")),
                before == null ? Long.MAX_VALUE : before,
                limit));
        return new AuditPage(
                found, found.size() < limit ? null : found.getLast().n());
    }
}
