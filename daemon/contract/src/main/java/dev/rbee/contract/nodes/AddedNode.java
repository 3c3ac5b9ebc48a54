package dev.rbee.contract.nodes;

import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST /v2/registry/beehives/add} (seed 002).
 *
 * @param jobId the job that installs and starts the hive; null where only the node was saved
 * @param streamUrl its events
 */
public record AddedNode(
        boolean success,
        String message,
        String nodeName,
        @Nullable String jobId,
        @Nullable String streamUrl) {}
