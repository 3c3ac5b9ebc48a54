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
 * @param sshPort 22 where left out
 */
public record DeclaredHive(
        String name,
        HiveMode mode,
        String hostname,
        int port,
        @Nullable String sshUser,
        @Nullable String sshKey,
        int sshPort) {

    /** The mode of a hive whose table does not say it (seed 004). */
    public static HiveMode modeOf(String hostname) {
        boolean loopback = hostname.equalsIgnoreCase("localhost")
                || hostname.equals("::1")
                || hostname.equals("[::1]")
                || hostname.matches("127(\\.\\d{1,3}){3}");
        return loopback ? HiveMode.LOCAL : HiveMode.NETWORK;
    }
}
