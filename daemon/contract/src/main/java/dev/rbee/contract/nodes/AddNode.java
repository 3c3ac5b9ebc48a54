package dev.rbee.contract.nodes;

import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v2/registry/beehives/add} (seed 002). */
public record AddNode(
        @Nullable String nodeName,
        @Nullable String sshHost,
        @Nullable Integer sshPort,
        @Nullable String sshUser,
        @Nullable String sshKeyPath,
        @Nullable String gitRepoUrl,
        @Nullable String gitBranch,
        @Nullable String installPath) {}
