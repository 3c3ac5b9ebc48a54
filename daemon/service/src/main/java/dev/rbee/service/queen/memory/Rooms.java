package dev.rbee.service.queen.memory;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.memory.Holder.Stage;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The memory of hives as it is now, of all that is known: the hive's own figure, the workers', what is reserved. Thread-safe, never blocks. */
public final class Rooms {
    /** Workers of others' servers hold no memory of ours. */
    private static final String ATTACHED = "attached";

    private static final double NOT_OURS = 0.05;

    private final WorkerLists workers;
    private final IdleTimes times;
    private final Reservations reservations;
    private final Predicate<String> kept;

    /** {@code kept}: whether workers of that model are never unloaded. */
    public Rooms(WorkerLists workers, IdleTimes times, Reservations reservations, Predicate<String> kept) {
        this.workers = workers;
        this.times = times;
        this.reservations = reservations;
        this.kept = kept;
    }

    /** That hive's, as it is for {@code owner}, whose own reservation does not count. */
    public Room of(HiveInfo hive, String owner) {
        List<Holder> holders = workers.findByNode(hive.id()).stream()
                .filter(worker -> worker.online() && !ATTACHED.equals(worker.implementation()))
                .map(this::holder)
                .toList();
        long reserved = reservations.others(owner, hive.id());
        long free = Math.min(measured(hive), unclaimed(hive, holders)) - reserved;
        return new Room(hive.id(), free, reserved, holders);
    }

    private static long measured(HiveInfo hive) {
        Capabilities has = hive.capabilities();
        Long free = hive.ramFreeBytes();
        return free != null
                ? free
                : has == null ? Long.MAX_VALUE / 4 : has.ram().freeBytes();
    }

    /** Pages of model files count as free by the system's measure though workers use them all the time: what workers say bounds it. */
    private static long unclaimed(HiveInfo hive, List<Holder> holders) {
        Capabilities has = hive.capabilities();
        if (has == null) {
            return Long.MAX_VALUE / 4;
        }
        long total = has.ram().totalBytes();
        long used = holders.stream()
                .filter(holder -> holder.stage() != Stage.LOADING)
                .mapToLong(Holder::bytes)
                .sum();
        return total - (long) (total * NOT_OURS) - used;
    }

    /** One worker as decisions see it. */
    public Holder holder(WorkerInfo worker) {
        IdleTimes.@Nullable Times time = times.of(worker.id());
        Long ready = time == null ? null : time.ready();
        Long idle = time == null ? null : time.idle();
        return new Holder(
                worker.id(),
                worker.modelRef(),
                worker.memoryBytes() == null ? 0 : worker.memoryBytes(),
                stage(worker, idle),
                kept.test(worker.modelRef()),
                ready == null ? 0 : ready,
                idle == null ? 0 : idle);
    }

    private static Stage stage(WorkerInfo worker, @Nullable Long idle) {
        return switch (worker.state()) {
            case LOADING -> Stage.LOADING;
            case IDLE -> idle == null ? Stage.BUSY : Stage.IDLE;
            case BUSY, SUSPECT, OFFLINE -> Stage.BUSY;
            case DRAINING -> Stage.LEAVING;
        };
    }
}
