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
 * @param ailment why it does not work as it should, though it beats; null where it does
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
        @Nullable Capabilities capabilities,
        @Nullable String ailment) {

    /** One that nobody has heard of yet. */
    static HiveEntry fresh(
            String id,
            String hostname,
            int port,
            HiveMode mode,
            @Nullable Capabilities capabilities,
            @Nullable String why,
            long nanos,
            Instant now) {
        return new HiveEntry(
                id,
                hostname,
                port,
                mode,
                HiveState.UNKNOWN,
                now,
                why,
                0,
                -1,
                nanos,
                null,
                null,
                null,
                0,
                null,
                null,
                capabilities,
                null);
    }

    /** In a state that lets it answer. */
    boolean online() {
        return switch (state) {
            case ONLINE, DEGRADED, SUSPECT, DRAINING -> true;
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
                capabilities,
                ailment);
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
                newer,
                ailment);
    }

    /** The same with that ailment, which shows where its state is one that says how well it works. */
    HiveEntry ailing(@Nullable String why, Instant now) {
        HiveEntry next = new HiveEntry(
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
                capabilities,
                why);
        return switch (state) {
            case ONLINE, DEGRADED -> next.alive(now);
            case UNKNOWN, STARTING, SUSPECT, DRAINING, OFFLINE, STOPPED, ERROR -> next;
        };
    }

    /** Beats: online, as well as it can. */
    HiveEntry alive(Instant now) {
        return ailment == null ? in(HiveState.ONLINE, null, now) : in(HiveState.DEGRADED, ailment, now);
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
                capabilities,
                ailment);
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
                message,
                epoch == 0 ? null : Long.valueOf(epoch));
    }
}
