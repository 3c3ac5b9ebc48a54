package dev.rbee.service.hive;

import dev.rbee.service.home.Home;
import dev.rbee.service.settings.Settings;
import java.nio.file.Path;

/**
 * Where the models of a hive are, and how more come.
 *
 * @param folder of the store
 * @param settings further folders, downloads
 */
public record ModelOptions(Path folder, Settings.Models settings) {
    static ModelOptions of(Home home, Settings.Models settings) {
        return new ModelOptions(settings.dir().isBlank() ? home.models() : Path.of(settings.dir()), settings);
    }
}
