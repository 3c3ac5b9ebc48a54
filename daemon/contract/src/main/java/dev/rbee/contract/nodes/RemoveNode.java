package dev.rbee.contract.nodes;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v2/registry/beehives/remove} (seed 002).
 *
 * @param force forget the machine also where it cannot be reached; what was put there stays there
 */
public record RemoveNode(
        @Nullable String nodeName, @Nullable Boolean force) {}
