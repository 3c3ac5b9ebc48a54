package dev.rbee.contract.hives;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/hive-heartbeat}. */
public record HiveHeartbeat(
        @Nullable HiveHeart hive, @Nullable Instant timestamp) {}
