package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One hive, immutable.
 *
 * @param seenNanos by the queen's monotonic clock
 * @param epoch of its process: milliseconds at its start; 0 where it says none
 * @param message why it is in this state
 */
record HiveEntry(
        String id,
        String hostname,
        int port,
        HiveMode mode,
        HiveState state,
        Instant since,
        @Nullable String message,
        long epoch,
        long seq,
        long seenNanos,
        @Nullable Instant lastSeen,
        @Nullable String version,
        @Nullable Long pid,
        int workers,
        @Nullable Long ramFreeBytes,
        @Nullable Double cpuLoad,
        @Nullable Capabilities capabilities) {

    /** In a state that lets it answer. */
    boolean online() {
        return switch (state) {
            case ONLINE, SUSPECT, DRAINING -> true;
            case UNKNOWN, STARTING, OFFLINE, STOPPED, ERROR -> false;
        };
    }

    HiveEntry in(HiveState next, @Nullable String why, Instant now) {
        return new HiveEntry(
                id,
                hostname,
                port,
                mode,
                next,
                next == state ? since : now,
                why,
                epoch,
                seq,
                seenNanos,
                lastSeen,
                version,
                pid,
                workers,
                ramFreeBytes,
                cpuLoad,
                capabilities);
    }

    HiveEntry with(Capabilities newer) {
        return new HiveEntry(
                id,
                hostname,
                port,
                mode,
                state,
                since,
                message,
                epoch,
                seq,
                seenNanos,
                lastSeen,
                version,
                pid,
                workers,
                ramFreeBytes,
                cpuLoad,
                newer);
    }

    /** After a beat; what the beat leaves out stays. */
    HiveEntry after(HiveHeart heart, long nanos, Instant now) {
        return new HiveEntry(
                id,
                heart.hostname() == null ? hostname : heart.hostname(),
                heart.port() == null ? port : heart.port(),
                heart.mode() == null ? mode : heart.mode(),
                state,
                since,
                message,
                heart.epoch() == null ? epoch : heart.epoch(),
                heart.seq() == null ? seq : heart.seq(),
                nanos,
                now,
                heart.version() == null ? version : heart.version(),
                heart.pid() == null ? pid : heart.pid(),
                heart.workers() == null ? workers : heart.workers(),
                heart.ramFreeBytes() == null ? ramFreeBytes : heart.ramFreeBytes(),
                heart.cpuLoad() == null ? cpuLoad : heart.cpuLoad(),
                capabilities);
    }

    String url() {
        return "http://" + (hostname.contains(":") ? "[" + hostname + "]" : hostname) + ":" + port;
    }

    HiveInfo info() {
        return new HiveInfo(
                id,
                id,
                hostname,
                port,
                url(),
                mode,
                state,
                online(),
                version,
                pid,
                lastSeen,
                workers,
                capabilities,
                ramFreeBytes,
                cpuLoad,
                since,
                message);
    }
}
