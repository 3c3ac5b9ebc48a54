package dev.rbee.contract.nodes;

import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v2/registry/beehives/test}. */
public record NodeRef(@Nullable String nodeName) {}
