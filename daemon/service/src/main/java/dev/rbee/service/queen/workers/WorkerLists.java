package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.queen.routing.Router;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Questions about the workers (seeds 000 to 002). Reads without a lock: each worker is seen whole, as of now. Lists are sorted by
 * id. Thread-safe; never blocks.
 */
public final class WorkerLists {
    private final Ledger ledger;

    WorkerLists(Ledger ledger) {
        this.ledger = ledger;
    }

    /** One worker. */
    public Optional<WorkerInfo> get(String id) {
        WorkerCell cell = ledger.cells.get(id);
        return cell == null ? Optional.empty() : Optional.of(info(cell, ledger.now()));
    }

    /** All, offline ones included. */
    public List<WorkerInfo> list() {
        return that(worker -> true);
    }

    /** Those of a model, see {@link ModelNames}. */
    public List<WorkerInfo> findByModel(String model) {
        String key = ModelNames.key(model);
        return that(worker -> ModelNames.key(worker.modelRef()).equals(key));
    }

    /** Those of a hive. */
    public List<WorkerInfo> findByNode(String node) {
        return that(worker -> worker.nodeName().equals(node));
    }

    /** Those with no request. */
    public List<WorkerInfo> idle() {
        return that(worker -> worker.state() == WorkerState.IDLE);
    }

    /** Those heard of lately. */
    public List<WorkerInfo> online() {
        return that(WorkerInfo::online);
    }

    /** Those that can take a request now. */
    public List<WorkerInfo> available() {
        return that(worker -> worker.online() && worker.slotsAvailable() > 0);
    }

    /** The best available worker of a model, by the router's score. */
    public Optional<WorkerInfo> bestFor(String model) {
        String key = ModelNames.key(model);
        long now = ledger.now();
        return ledger.cells.values().stream()
                .filter(cell -> cell.slotsFree() > 0
                        && ledger.deadlines.online(cell.entry, now)
                        && ModelNames.key(cell.model()).equals(key))
                .max(Comparator.<WorkerCell>comparingDouble(cell -> Router.score(cell, now))
                        .thenComparing(WorkerCell::id, Comparator.reverseOrder()))
                .map(cell -> info(cell, now));
    }

    /** How many there are. */
    public int count() {
        return ledger.cells.size();
    }

    /** How many are online. */
    public int onlineCount() {
        long now = ledger.now();
        return (int) ledger.cells.values().stream()
                .filter(cell -> ledger.deadlines.online(cell.entry, now))
                .count();
    }

    /** Whether it is known and online. */
    public boolean isOnline(String id) {
        WorkerCell cell = ledger.cells.get(id);
        return cell != null && ledger.deadlines.online(cell.entry, ledger.now());
    }

    /** The models of online workers, each once, as the workers call them, sorted. */
    public List<String> models() {
        long now = ledger.now();
        return ledger.cells.values().stream()
                .filter(cell -> ledger.deadlines.online(cell.entry, now))
                .map(WorkerCell::model)
                .distinct()
                .sorted()
                .toList();
    }

    private List<WorkerInfo> that(Predicate<WorkerInfo> wanted) {
        long now = ledger.now();
        Stream<WorkerInfo> all = ledger.cells.values().stream().map(cell -> info(cell, now));
        return all.filter(wanted).sorted(Comparator.comparing(WorkerInfo::id)).toList();
    }

    private WorkerInfo info(WorkerCell cell, long now) {
        Entry entry = cell.entry;
        return entry.info(ledger.deadlines.online(entry, now));
    }
}
