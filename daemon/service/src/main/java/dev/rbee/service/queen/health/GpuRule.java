package dev.rbee.service.queen.health;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says where a machine was meant to run models on its GPU and does not. Pure. */
final class GpuRule {
    private GpuRule() {}

    /** A GPU there that has its driver. */
    static boolean usable(Capabilities has) {
        return has.devices().stream().anyMatch(GpuRule::ready);
    }

    /**
     * Why it is not as it should be, in words; empty where it is.
     *
     * @param expected models should run on a GPU there; null: if it has one
     * @param workers of that hive
     */
    static Optional<String> ailment(@Nullable Capabilities has, @Nullable Boolean expected, List<WorkerInfo> workers) {
        if (has == null || Boolean.FALSE.equals(expected)) {
            return Optional.empty();
        }
        List<DeviceInfo> gpus = has.devices().stream().filter(GpuRule::gpu).toList();
        Optional<DeviceInfo> ready = gpus.stream().filter(GpuRule::ready).findFirst();
        if (ready.isPresent()) {
            if (!able(has)) {
                return Optional.empty(); // an engine that runs on the CPU only is no fault of the machine
            }
            return workers.stream()
                    .filter(worker -> worker.online() && worker.backend().equals("cpu"))
                    .findFirst()
                    .map(worker -> words("worker " + worker.id() + " (" + worker.modelRef() + ") does not use "
                            + ready.get().name()));
        }
        if (!gpus.isEmpty()) {
            return Optional.of(
                    words("no driver is loaded for " + gpus.getFirst().name()));
        }
        return Boolean.TRUE.equals(expected)
                ? Optional.of(words("it finds no GPU; is its driver loaded?"))
                : Optional.empty();
    }

    /** Whether an engine there could use a GPU; the embedded one cannot. */
    private static boolean able(Capabilities has) {
        return has.engines().stream()
                .anyMatch(engine -> engine.available() && !engine.name().equals("embedded"));
    }

    private static String words(String why) {
        return "expected a GPU, runs on the CPU: " + why;
    }

    private static boolean gpu(DeviceInfo device) {
        return device.deviceType().equals("gpu");
    }

    private static boolean ready(DeviceInfo device) {
        return gpu(device) && device.driver() != null;
    }
}
