package dev.rbee.service.cli;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.EffectiveSettings;
import dev.rbee.service.settings.SettingsLoader;
import java.time.InstantSource;
import java.util.Map;

/**
 * Everything outside that a command looks at, handed in so that tests can hand in something else.
 *
 * @param environment variables
 * @param daemons the long-running parts
 */
public record Surroundings(
        Map<String, String> environment,
        Home home,
        Installation installation,
        Terminal terminal,
        InstantSource clock,
        Daemons daemons) {

    /** The settings in force; reads the disk. Throws {@code config_invalid}. */
    public EffectiveSettings settings(Map<String, String> flags) {
        return SettingsLoader.load(home.config(), environment, flags);
    }
}
