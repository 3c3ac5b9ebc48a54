package dev.rbee.service.models.fit;

import java.util.List;

/**
 * The memory a model takes, bytes.
 *
 * @param weights in main memory and on GPUs
 * @param kv key-value cache (and states), likewise
 * @param compute everything else, likewise
 * @param host main memory of all processes that can't be given back
 * @param resident what the system will show for those processes: with weights that are mapped from the file beside a copy of them
 * @param gpus of each GPU in the machine's order
 * @param gpuLayers layers on GPUs
 */
public record FitNeed(long weights, long kv, long compute, long host, long resident, List<Long> gpus, int gpuLayers) {
    /** Copies. */
    public FitNeed {
        gpus = List.copyOf(gpus);
    }

    /** All of it. */
    public long total() {
        return host + gpus.stream().mapToLong(Long::longValue).sum();
    }
}
