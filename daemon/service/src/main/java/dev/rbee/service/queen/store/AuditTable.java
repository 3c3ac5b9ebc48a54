package dev.rbee.service.queen.store;

import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.requests.Facets;
import dev.rbee.service.sqlite.Sqlite;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /** Those of that filter, newest first. */
    public AuditPage page(AuditFilter filter, Span span) {
        List<AuditEntry> found = database.read(connection -> Rows.all(
                connection,
                "SELECT * FROM audit WHERE n < ?1 AND n > ?2 AND (?3 IS NULL OR actor = ?3)"
                        + " AND (?4 IS NULL OR action = ?4)"
                        + " AND (?5 IS NULL OR outcome = ?5 OR (?5 = 'error' AND outcome <> 'ok'))"
                        + " AND (?6 IS NULL OR at >= ?6)"
                        + " AND (?7 IS NULL OR instr(lower(concat_ws(' ', actor, action, target, outcome, details)),"
                        + " lower(?7)) > 0) ORDER BY n DESC LIMIT ?8",
                row -> new AuditEntry(
                        row.getLong("n"),
                        Instant.parse(Rows.sure(row, "at")),
                        Rows.sure(row, "actor"),
                        Rows.sure(row, "action"),
                        Rows.text(row, "target"),
                        Rows.sure(row, "outcome"),
                        Rows.text(row, "details")),
                span.beforeOrMax(),
                span.afterOrMin(),
                filter.actor(),
                filter.action(),
                filter.outcome(),
                filter.since(),
                filter.text(),
                span.limit()));
        return new AuditPage(
                found, found.size() < span.limit() ? null : found.getLast().n());
    }

    /** What they can be filtered by. */
    public Facets facets() {
        return database.read(connection -> FacetCounts.of(
                connection, "audit", Map.of("actor", "actor", "action", "action", "outcome", "outcome")));
    }
}
