package dev.rbee.contract.nodes;

import java.util.List;

/**
 * Answer of {@code POST /v2/registry/beehives/remove}.
 *
 * @param left what is still on the machine: paths, processes; empty where all is gone
 */
public record RemovedNode(boolean success, String message, String nodeName, List<String> left) {}
