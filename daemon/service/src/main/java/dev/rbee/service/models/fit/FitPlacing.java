package dev.rbee.service.models.fit;

import java.util.ArrayList;
import java.util.List;

/** Puts layers onto GPUs, as many as fit, and says what that takes. Pure. */
final class FitPlacing {
    /** What a driver and its context take on each GPU in use. */
    static final double CONTEXT = 512L << 20;

    private FitPlacing() {}

    /** The best placing on that machine: as many layers on GPUs as fit and may. */
    static FitNeed place(FitQuestion question, FitMachine machine) {
        FitMemory memory = new FitMemory(question, machine.threads());
        int layers = question.layers();
        int units = layers + 1; // the output counts as one more
        int left = machine.gpus().isEmpty() ? 0 : Math.min(units, question.gpuLayers());
        double perLayer = (memory.layers() + memory.kv()) / layers;
        double compute = memory.compute();
        List<Long> gpus = new ArrayList<>();
        int placed = 0;
        for (FitGpu gpu : machine.gpus()) {
            double room = gpu.freeBytes() - CONTEXT - compute;
            int here = 0;
            double used = 0;
            while (here < left) {
                double next = placed + here < layers ? perLayer : memory.output();
                if (used + next > room) {
                    break;
                }
                used += next;
                here++;
            }
            gpus.add(here == 0 ? 0L : (long) (used + CONTEXT + compute));
            placed += here;
            left -= here;
        }
        return need(memory, question, gpus, placed);
    }

    private static FitNeed need(FitMemory memory, FitQuestion question, List<Long> gpus, int placed) {
        int layers = question.layers();
        int onGpu = Math.min(placed, layers);
        double here = 1 - (double) onGpu / layers;
        double output = placed > layers || memory.shared() ? 0 : memory.output();
        double host = memory.tables()
                + output
                + here * (memory.layers() + memory.kv())
                + memory.compute() * (placed > layers ? 0.25 : 1)
                + memory.base()
                + question.beside();
        double weights = memory.layers() + memory.tables() + (memory.shared() ? 0 : memory.output());
        double kv = memory.kv();
        double total = host + gpus.stream().mapToLong(Long::longValue).sum();
        return new FitNeed(
                (long) weights,
                (long) kv,
                (long) Math.max(0, total - weights - kv),
                (long) host,
                (long) (host + here * memory.reordered()),
                gpus,
                onGpu);
    }
}
