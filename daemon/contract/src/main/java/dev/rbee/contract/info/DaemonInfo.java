package dev.rbee.contract.info;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/info}.
 *
 * @param component {@code queen}, {@code hive}, {@code worker} or {@code registry}
 * @param instance new at every start
 */
public record DaemonInfo(
        String component,
        String version,
        String instance,
        List<String> features,
        long pid,
        Instant startedAt,
        @Nullable Map<String, Object> details) {}
