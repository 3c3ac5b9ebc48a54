package dev.rbee.contract.workers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/worker-heartbeat}.
 *
 * @param timestamp the sender's clock; informative, never compared
 */
public record WorkerHeartbeat(
        @Nullable WorkerHeart worker, @Nullable Instant timestamp) {}
