package dev.rbee.service.queen.nodes;

import dev.rbee.contract.hives.DeviceInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The GPUs that a probe found: those NVIDIA's own tool names, and the rest from the bus. Pure. */
final class Gpus {
    private static final String NVIDIA = "0x10de";
    private static final String AMD = "0x1002";
    private static final long MIB = 1024L * 1024;

    private Gpus() {}

    /** In a stable order; {@code driver} is null where none that could compute is loaded. Intel's are part of a processor and left out. */
    static List<DeviceInfo> of(Answer said) {
        List<DeviceInfo> found = new ArrayList<>();
        said.all("nvidia")
                .map(line -> line.split("\\s*,\\s*"))
                .filter(f -> f.length == 4)
                .forEach(f -> {
                    @Nullable Long total = mib(f[1]);
                    if (total != null) {
                        found.add(device(found.size(), f[0], total, mib(f[2]), f[3]));
                    }
                });
        boolean toolAnswers = !found.isEmpty();
        said.all("pci_gpu")
                .map(line -> line.split("\\|", -1))
                .filter(f -> f.length == 5)
                .forEach(f -> {
                    if (f[0].equals(NVIDIA) && !toolAnswers) {
                        found.add(device(found.size(), "NVIDIA GPU " + f[1], null, null, null));
                    } else if (f[0].equals(AMD)) {
                        @Nullable Long total = bytes(f[3]);
                        @Nullable Long used = bytes(f[4]);
                        Long free = total == null || used == null ? null : Long.valueOf(total - used);
                        found.add(device(found.size(), "AMD GPU " + f[1], total, free, f[2].isEmpty() ? null : f[2]));
                    }
                });
        said.get("apple_gpu").ifPresent(name -> found.add(device(found.size(), name, null, null, "metal")));
        return List.copyOf(found);
    }

    private static DeviceInfo device(
            int index, String name, @Nullable Long total, @Nullable Long free, @Nullable String driver) {
        Double gib = total == null ? null : Double.valueOf(Math.round(total / (1024.0 * MIB) * 10) / 10.0);
        return new DeviceInfo("GPU-" + index, name, "gpu", gib, total, free, driver);
    }

    private static @Nullable Long mib(String text) {
        OptionalLong number = Answer.whole(text.strip());
        return number.isPresent() ? Long.valueOf(number.getAsLong() * MIB) : null;
    }

    private static @Nullable Long bytes(String text) {
        OptionalLong number = Answer.whole(text);
        return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
    }
}
