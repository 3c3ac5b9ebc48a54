package dev.rbee.service.hive;

import dev.rbee.contract.hives.DeviceInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices GPUs that come, go or lose their driver while the hive runs, and says so. What is seen only once is not believed: the tool
 * that lists them may just have been too slow.
 */
final class DeviceWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceWatch.class);

    private final Supplier<List<DeviceInfo>> devices;
    private final Runnable changed;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hive-devices").daemon().factory());
    private List<Seen> known = List.of();
    private List<Seen> before = List.of();
    private boolean first = true;

    /** What matters of a device; its free memory does not. */
    private record Seen(String id, String name, boolean driver) {}

    /** {@code changed} is called on the watch's own thread. */
    DeviceWatch(Supplier<List<DeviceInfo>> devices, Runnable changed) {
        this.devices = devices;
        this.changed = changed;
    }

    DeviceWatch start(Duration every) {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Looks once; may block for seconds. */
    void look() {
        List<Seen> now = devices.get().stream()
                .map(device -> new Seen(device.id(), device.name(), device.driver() != null))
                .toList();
        boolean twice = now.equals(before);
        before = now;
        if (first) {
            first = false;
            known = now;
        } else if (twice && !now.equals(known)) {
            LOG.info("gpus={} were={}", now, known);
            known = now;
            changed.run();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
