package dev.rbee.contract.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code beehives}.
 *
 * @param status {@code unknown}, {@code online}, {@code suspect}, {@code offline}, {@code error} and the other states of its hive
 * @param mac hardware address, {@code aa:bb:cc:dd:ee:ff}, for Wake-on-LAN
 * @param broadcast where wake-up packets go
 * @param expectGpu models should run on a GPU there
 * @param wanted {@code running} or {@code stopped}: what the queen keeps the hive at
 * @param bundle version installed there
 * @param message why it has its status
 * @param declared by {@code [[hive]]} in {@code rbee.toml}: comes back at every start while it stands there
 */
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
        @Nullable Instant lastSeen,
        @Nullable String proxyJump,
        @Nullable String mac,
        @Nullable String broadcast,
        @Nullable Boolean expectGpu,
        @Nullable String wanted,
        @Nullable String bundle,
        @Nullable String message,
        @Nullable Boolean declared) {}
