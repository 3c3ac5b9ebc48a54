package dev.rbee.service.queen.fit;

import dev.rbee.service.queen.store.LearntRun;

/** What runs have in common that teach the same thing. */
record RunKey(String hive, String engine, String model, int ctx, int slots, String kvType, int gpuLayers) {
    static RunKey of(LearntRun run) {
        return new RunKey(run.hive(), run.engine(), run.model(), run.ctx(), run.slots(), run.kvType(), run.gpuLayers());
    }
}
