package dev.rbee.service.boot;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.EffectiveSettings;
import dev.rbee.service.settings.SettingsLoader;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a {@link Fleet} is started with.
 *
 * @param parts which parts run
 * @param say one line for the user, such as a port that was taken
 * @param stop ends the program around it; called when somebody posts a shutdown to the queen, returns at once
 */
public record FleetOptions(
        Home home,
        Installation installation,
        EffectiveSettings settings,
        Parts parts,
        Consumer<String> say,
        Runnable stop) {
    /** Which parts run besides the queen. */
    public enum Parts {
        /** none: registry and hives run elsewhere */
        QUEEN,
        /** registry and hive; the hive outlives a crash of this process, and the next queen takes it over */
        ALL,
        /** registry and hive; the hive ends when this process does, however it ends */
        ALL_WITH_PARENT
    }

    /** Registry, queen and local hive of that home, as its settings say; reads them. Throws {@code config_invalid}. */
    public static FleetOptions of(Home home, Map<String, String> environment, Consumer<String> say, Runnable stop) {
        return new FleetOptions(
                home,
                Installation.current(),
                SettingsLoader.load(home.config(), environment, Map.of()),
                Parts.ALL,
                say,
                stop);
    }
}
