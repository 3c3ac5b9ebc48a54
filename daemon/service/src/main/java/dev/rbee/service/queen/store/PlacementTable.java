package dev.rbee.service.queen.store;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.workers.WorkerPlacement;
import java.util.Optional;

/** Table {@code placements}: why workers are where they are, the newest ones. Thread-safe. */
public final class PlacementTable {
    private static final int KEPT = 2_000;

    private final Database database;

    /** On an open database. */
    public PlacementTable(Database database) {
        this.database = database;
    }

    /** Writes it down some time soon, over an older one of that worker. Never blocks; too much at once is dropped. */
    public void put(WorkerPlacement placement) {
        var _ = database.post(connection -> {
            Rows.change(
                    connection,
                    "INSERT OR REPLACE INTO placements (worker_id, at, placement) VALUES (?,?,?)",
                    placement.workerId(),
                    placement.at(),
                    Json.write(placement));
            return Rows.change(
                    connection,
                    "DELETE FROM placements WHERE worker_id IN (SELECT worker_id FROM placements ORDER BY at DESC"
                            + " LIMIT -1 OFFSET " + KEPT + ")");
        });
    }

    /** Of that worker. Blocks on the disk. */
    public Optional<WorkerPlacement> get(String worker) {
        return database
                .read(connection -> Rows.all(
                        connection,
                        "SELECT placement FROM placements WHERE worker_id = ?",
                        row -> Json.read(Rows.sure(row, "placement"), WorkerPlacement.class),
                        worker))
                .stream()
                .findFirst();
    }
}
