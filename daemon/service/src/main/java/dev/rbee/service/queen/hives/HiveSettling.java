package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.http.Handler;
import dev.rbee.http.Routes;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets requests that come in the queen's first seconds wait for this machine's own hive, instead of telling them that there
 * is none. Once a hive is online, or none is on its way, it waits no more. Thread-safe.
 */
public final class HiveSettling {
    private static final long LOOK_MS = 20;

    private final Supplier<List<HiveInfo>> hives;
    private final LongSupplier nanos;
    private final long until;

    /** {@code patience} counts from now. */
    public HiveSettling(Supplier<List<HiveInfo>> hives, LongSupplier nanos, Duration patience) {
        this.hives = hives;
        this.nanos = nanos;
        this.until = nanos.getAsLong() + patience.toNanos();
    }

    /** The same routes, whose handlers begin when the hive is there. */
    public Routes before(Routes routes) {
        return new Routes() {
            @Override
            public Routes on(String method, String path, Handler handler) {
                routes.on(method, path, exchange -> {
                    await();
                    handler.handle(exchange);
                });
                return this;
            }
        };
    }

    /** Blocks while the local hive is on its way, until the patience is over at most. */
    public void await() throws InterruptedException {
        while (nanos.getAsLong() - until < 0 && onItsWay(hives.get())) {
            Thread.sleep(LOOK_MS);
        }
    }

    private static boolean onItsWay(List<HiveInfo> list) {
        boolean coming = false;
        for (HiveInfo hive : list) {
            if (hive.online()) {
                return false;
            }
            boolean starting = hive.status() == HiveState.UNKNOWN || hive.status() == HiveState.STARTING;
            coming |= starting && hive.mode() == HiveMode.LOCAL;
        }
        return coming;
    }
}
