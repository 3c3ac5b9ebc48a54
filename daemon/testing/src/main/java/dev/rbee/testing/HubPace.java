package dev.rbee.testing;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;

/** How fast one answer goes out. One thread; waits. */
final class HubPace {
    private static final long TICK = 10_000_000;

    private final HubFaults faults;
    private final SocketChannel channel;
    private final long started = System.nanoTime();

    HubPace(HubFaults faults, SocketChannel channel) {
        this.faults = faults;
        this.channel = channel;
    }

    /** How many bytes may go now, at least one; waits while none may. Throws once the connection is closed. */
    long next(long sent, long wanted) throws IOException {
        while (channel.isOpen()) {
            long allowed = Math.min(wanted, Math.min(bySpeed(sent), byStall(sent)));
            if (allowed > 0) {
                return allowed;
            }
            LockSupport.parkNanos(TICK);
        }
        throw new ClosedChannelException();
    }

    private long bySpeed(long sent) {
        long speed = faults.bytesPerSecond;
        if (speed <= 0) {
            return Long.MAX_VALUE;
        }
        double seconds = (System.nanoTime() - started + TICK) / 1e9;
        return Math.max(0, (long) (seconds * speed) - sent);
    }

    private long byStall(long sent) {
        long at = faults.stallAfter;
        return at < 0 ? Long.MAX_VALUE : Math.max(0, at - sent);
    }
}
