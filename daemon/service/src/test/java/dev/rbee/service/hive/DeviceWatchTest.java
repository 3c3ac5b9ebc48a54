package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.hives.DeviceInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceWatchTest {
    private volatile List<DeviceInfo> devices = List.of(gpu("550.1", 10L));
    private final AtomicInteger told = new AtomicInteger();
    private final DeviceWatch watch = new DeviceWatch(() -> devices, told::incrementAndGet);

    @Test
    void whatIsSeenTwiceIsTold() {
        watch.look();
        watch.look();
        assertEquals(0, told.get(), "that is how it began");
        devices = List.of();
        watch.look();
        assertEquals(0, told.get(), "the tool may have been slow");
        devices = List.of(gpu("550.1", 20L));
        watch.look();
        watch.look();
        assertEquals(0, told.get(), "memory comes and goes");
        devices = List.of(gpu(null, null));
        watch.look();
        watch.look();
        assertEquals(1, told.get());
        devices = List.of();
        watch.look();
        watch.look();
        watch.look();
        assertEquals(2, told.get());
        watch.close();
    }

    @Test
    void looksByItself() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<List<DeviceInfo>> source = () -> {
            List<DeviceInfo> now = devices;
            asked.incrementAndGet();
            return now;
        };
        try (DeviceWatch _ = new DeviceWatch(source, told::incrementAndGet).start(Duration.ofMillis(5))) {
            await().until(() -> asked.get() > 0);
            devices = List.of();
            await().until(() -> told.get() == 1);
        }
    }

    private static DeviceInfo gpu(@Nullable String driver, @Nullable Long free) {
        return new DeviceInfo("GPU-0", "RTX 4090", "gpu", 24.0, 24L << 30, free, driver);
    }
}
