package dev.rbee.service.queen.store;

import java.time.Instant;
import java.util.List;

/** Table {@code learnt}: one row for each way in which a model was run. Thread-safe. */
public final class LearntTable {
    private static final int KEPT = 5_000;

    private final Database database;

    /** On an open database. */
    public LearntTable(Database database) {
        this.database = database;
    }

    /** The newest ones. Blocks on the disk. */
    public List<LearntRun> all() {
        return database.read(connection -> Rows.all(
                connection,
                "SELECT * FROM learnt ORDER BY updated_at DESC LIMIT " + KEPT,
                row -> new LearntRun(
                        Rows.sure(row, "hive"),
                        Rows.sure(row, "device"),
                        Rows.sure(row, "engine"),
                        Rows.sure(row, "model"),
                        Rows.text(row, "sha256"),
                        Rows.text(row, "quantization"),
                        row.getInt("ctx"),
                        row.getInt("slots"),
                        Rows.sure(row, "kv_type"),
                        row.getInt("gpu_layers"),
                        Rows.number(row, "peak_bytes"),
                        Rows.number(row, "load_ms"),
                        Rows.real(row, "tokens_per_second"),
                        Rows.real(row, "prompt_tokens_per_second"),
                        Rows.real(row, "bytes_per_token"))));
    }

    /** Writes them down some time soon, each over the one of the same kind; true where they are on their way. */
    public boolean save(List<LearntRun> runs, Instant now) {
        List<LearntRun> copy = List.copyOf(runs);
        return database.post(connection -> {
            for (LearntRun run : copy) {
                Rows.change(
                        connection,
                        "INSERT OR REPLACE INTO learnt (hive, device, engine, model, sha256, quantization, ctx, slots,"
                                + " kv_type, gpu_layers, peak_bytes, load_ms, tokens_per_second,"
                                + " prompt_tokens_per_second, bytes_per_token, updated_at)"
                                + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                        run.hive(),
                        run.device(),
                        run.engine(),
                        run.model(),
                        run.sha256(),
                        run.quantization(),
                        run.ctx(),
                        run.slots(),
                        run.kvType(),
                        run.gpuLayers(),
                        run.peakBytes(),
                        run.loadMs(),
                        run.tokensPerSecond(),
                        run.promptTokensPerSecond(),
                        run.bytesPerToken(),
                        now);
            }
            return Rows.change(
                    connection,
                    "DELETE FROM learnt WHERE rowid IN (SELECT rowid FROM learnt ORDER BY updated_at DESC LIMIT -1"
                            + " OFFSET " + KEPT + ")");
        });
    }
}
