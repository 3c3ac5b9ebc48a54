package dev.rbee.service.queen;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.hives.HiveNews;
import dev.rbee.service.queen.links.Machines;
import dev.rbee.service.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a queen is started with.
 *
 * @param token of the installation
 * @param bind loopback address
 * @param port 0 for any free one
 * @param portExplicit asked for by name: no other one will do
 * @param drain how long running answers may go on at the end
 * @param hosts further names for {@code Host}
 * @param origins further values for {@code Origin}
 * @param waiting requests that may wait for one model
 * @param patience how long one may wait
 * @param registries where the registry may be, best first; asked again each time
 * @param hives makes the controls of the hives that this queen can start itself; they tell the given one how they stand
 * @param hiveLogs log files of those hives
 * @param machines the way to other machines, and those that are declared
 * @param startHives start them with the queen
 * @param say one line for the user, on the terminal
 * @param stop ends the program that this queen runs in; called for {@code POST /v1/shutdown}, must return at once
 * @param settings all of them, for what is not named above: models, engines, workers
 * @param environment where the hub's address and token may stand
 * @param installation whose catalogue of models counts
 */
public record QueenOptions(
        Home home,
        String token,
        String bind,
        int port,
        boolean portExplicit,
        Duration drain,
        Set<String> hosts,
        Set<String> origins,
        int waiting,
        Duration patience,
        Supplier<List<String>> registries,
        Function<HiveNews, List<HiveControl>> hives,
        Map<String, Path> hiveLogs,
        Machines machines,
        boolean startHives,
        Consumer<String> say,
        Runnable stop,
        Settings settings,
        Map<String, String> environment,
        Installation installation) {
    /** Never the token, nor the environment. */
    @Override
    public String toString() {
        return "QueenOptions[home=" + home.path() + ", port=" + port + "]";
    }
}
