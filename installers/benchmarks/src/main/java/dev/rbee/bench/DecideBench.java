package dev.rbee.bench;

import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerStatus;
import dev.rbee.service.queen.routing.Plan;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.routing.Router;
import dev.rbee.service.queen.workers.Slots;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerListener;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** Time of one decision over the live registry, workers of one model and of ten. */
final class DecideBench implements Main.Bench {
    private static final int ROUNDS = 15;
    private static final int DECISIONS = 200_000;

    @Override
    public Table run(Path folder) {
        Table table = new Table("Routing: one decision", "workers", "models", "min / **median** / max");
        for (int workers : new int[] {10, 1_000, 10_000}) {
            for (int models : new int[] {1, 10}) {
                table.row(workers, models, measure(workers, models).spread("µs"));
            }
        }
        return table;
    }

    private static Figures measure(int workers, int models) {
        WorkerRegistry registry = new WorkerRegistry(
                InstantSource.system(),
                System::nanoTime,
                new SplittableRandom(1),
                WorkerLimits.DEFAULT,
                WorkerListener.NONE);
        for (int i = 0; i < workers; i++) {
            registry.beat(heart(i, i % models));
        }
        Slots slots = registry.slots();
        SplittableRandom random = new SplittableRandom(2);
        RouteRequest[] requests = new RouteRequest[models];
        for (int i = 0; i < models; i++) {
            requests[i] = RouteRequest.of("model-" + i);
        }
        double[] micros = new double[ROUNDS];
        int sent = 0;
        for (int round = -3; round < ROUNDS; round++) { // the first three warm up
            long begin = System.nanoTime();
            for (int i = 0; i < DECISIONS; i++) {
                RouteRequest request = requests[i % models];
                Plan plan = slots.ask((fleet, now) -> Router.decide(fleet, request, now, random));
                sent += plan.worker() == null ? 0 : 1;
            }
            if (round >= 0) {
                micros[round] = (System.nanoTime() - begin) / 1e3 / DECISIONS;
            }
        }
        if (sent != (ROUNDS + 3) * DECISIONS) {
            throw new IllegalStateException("not every request found a worker");
        }
        return new Figures(micros);
    }

    private static WorkerHeart heart(int id, int model) {
        return new WorkerHeart(
                "w-" + id,
                "model-" + model,
                new Device("0"),
                10_000 + id,
                WorkerStatus.READY,
                null,
                null,
                null,
                null,
                "hive-" + id % 100,
                null,
                "cpu",
                4,
                0,
                null,
                null,
                10.0 + id % 60,
                null,
                null,
                null,
                null);
    }
}
