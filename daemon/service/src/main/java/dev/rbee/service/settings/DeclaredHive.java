package dev.rbee.service.settings;

import dev.rbee.contract.hives.HiveMode;
import org.jspecify.annotations.Nullable;

/**
 * A machine declared by a {@code [[hive]]} table.
 *
 * @param name unique
 * @param mode where left out: local for localhost and loopback addresses, network for the rest
 * @param hostname where the hive listens or SSH answers
 * @param port of the hive
 * @param sshPort as the SSH configuration says where left out, else 22
 * @param installPath folder there
 * @param hostKey {@code SHA256:...}: the fingerprint of its host key, trusted because it stands here
 * @param gitRepoUrl built there from this repository instead of uploaded
 * @param proxyJump as OpenSSH's option
 * @param expectGpu models should run on a GPU there; as found where left out
 * @param mac hardware address, for Wake-on-LAN
 */
public record DeclaredHive(
        String name,
        HiveMode mode,
        String hostname,
        int port,
        @Nullable String sshUser,
        @Nullable String sshKey,
        @Nullable Integer sshPort,
        @Nullable String installPath,
        @Nullable String hostKey,
        @Nullable String gitRepoUrl,
        @Nullable String gitBranch,
        @Nullable String proxyJump,
        @Nullable Boolean expectGpu,
        @Nullable String mac) {

    /** The mode of a hive whose table does not say it (seed 004). */
    public static HiveMode modeOf(String hostname) {
        boolean loopback = hostname.equalsIgnoreCase("localhost")
                || hostname.equals("::1")
                || hostname.equals("[::1]")
                || hostname.matches("127(\\.\\d{1,3}){3}");
        return loopback ? HiveMode.LOCAL : HiveMode.NETWORK;
    }
}
