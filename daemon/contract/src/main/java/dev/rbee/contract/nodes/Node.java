package dev.rbee.contract.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of table {@code beehives}. */
public record Node(
        String nodeName,
        String sshHost,
        int sshPort,
        String sshUser,
        @Nullable String sshKeyPath,
        @Nullable String gitRepoUrl,
        @Nullable String gitBranch,
        @Nullable String installPath,
        @Nullable Long lastConnectedUnix,
        String status,
        @Nullable String mode,
        @Nullable String hostname,
        @Nullable Integer port,
        @Nullable JsonNode capabilities,
        @Nullable Instant lastSeen) {}
