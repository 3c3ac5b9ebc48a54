package dev.rbee.service.queen.localhive;

import dev.rbee.client.Http;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the supervisor of this machine's hive is made of.
 *
 * @param hiveId its id in the fleet
 * @param token of the installation; only sent to a hive that has proven to know it
 * @param environment of this process; the child gets a few names of it
 * @param settings further {@code RBEE_*} variables for the child, for what was set by flags here
 * @param main main class and first words of the child's command line
 * @param withParent the hive ends with this process
 * @param patience how long it may take to come up
 * @param listener told of states
 * @param nanos monotonic clock
 */
public record LocalHiveParts(
        String hiveId,
        Home home,
        Installation installation,
        String token,
        Http http,
        Map<String, String> environment,
        Map<String, String> settings,
        List<String> main,
        boolean withParent,
        Duration patience,
        Listener listener,
        LongSupplier nanos) {
    /** The command line's own main class. */
    public static final List<String> MAIN = List.of("dev.rbee.service.boot.Main", "hive");

    /** Hears of states; called on the thread of the supervisor, must not block long. */
    @FunctionalInterface
    public interface Listener {
        /** The hive's process is in that state now, and why. */
        void state(HiveState state, String message);
    }
}
