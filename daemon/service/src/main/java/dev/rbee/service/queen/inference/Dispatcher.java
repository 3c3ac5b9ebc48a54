package dev.rbee.service.queen.inference;

import dev.rbee.contract.events.QueueInfo;
import dev.rbee.http.ClientGone;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.workers.Slots;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Gets a slot for each request: at once, or after a wait in its model's line, or after starting a worker. Thread-safe. */
final class Dispatcher {
    private final Map<String, WaitingLine> lines = new ConcurrentHashMap<>();
    private final Slots slots;
    private final WorkerLists workers;
    private final Spawner spawner;
    private final QueueLimits limits;
    private final LongSupplier nanos;
    private final RandomGenerator random;

    Dispatcher(
            Slots slots,
            WorkerLists workers,
            Spawner spawner,
            QueueLimits limits,
            LongSupplier nanos,
            RandomGenerator random) {
        this.slots = slots;
        this.workers = workers;
        this.spawner = spawner;
        this.limits = limits;
        this.nanos = nanos;
        this.random = random;
    }

    /** A worker of this model (its key) may have a free slot. */
    void pump(String model) {
        WaitingLine line = lines.get(model);
        if (line != null) {
            line.pump();
        }
    }

    /** Blocks until there is a slot. Throws {@link dev.rbee.contract.problem.ProblemException} when there will be none, {@link ClientGone} when nobody wants it any more. */
    Ticket acquire(Question question, RouteRequest request, Failed failed, ClientSide client)
            throws ClientGone, InterruptedException {
        WaitingLine line = line(question.model());
        Waiter waiter = new Waiter(question.caller(), request.without(failed.ids()));
        Wait wait = new Wait(question, failed, waiter, line, workers, spawner, limits, nanos);
        boolean served = false;
        line.join(waiter);
        try {
            client.wakes(waiter::wake);
            Ticket ticket = wait.forSlot(client);
            served = true;
            return ticket;
        } finally {
            client.wakes(() -> {});
            if (!served) {
                line.leave(waiter);
                wait.giveBack();
            }
        }
    }

    /** An answer took so long on one slot. */
    void served(String model, long tookNanos) {
        int many = Math.max(
                1, slots.<Integer>ask((fleet, now) -> fleet.lineup(model, null).size()));
        line(model).served(tookNanos / 1e9, many);
    }

    /** Seconds until a place in the line may be free. */
    long retryAfter(String model) {
        WaitingLine line = line(model);
        return Math.clamp(Math.round(line.expected(line.size()) / 2), 1, 60);
    }

    /** Looks at everything again; every second, so that nothing is forgotten. */
    void tick() {
        lines.values().forEach(WaitingLine::pump);
    }

    /** Whether anybody waits for that model. */
    boolean waits(String model) {
        WaitingLine line = lines.get(ModelNames.key(model));
        return line != null && line.size() > 0;
    }

    /** How many wait. */
    int waiting() {
        return lines.values().stream().mapToInt(WaitingLine::size).sum();
    }

    /** The lines in which somebody waits. */
    List<QueueInfo> queues() {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().size() > 0)
                .map(line -> new QueueInfo(
                        line.getKey(),
                        line.getValue().size(),
                        line.getValue().expected(line.getValue().size())))
                .sorted(Comparator.comparing(QueueInfo::model))
                .toList();
    }

    private WaitingLine line(String model) {
        return lines.computeIfAbsent(ModelNames.key(model), key -> new WaitingLine(slots, random, limits.perModel()));
    }
}
