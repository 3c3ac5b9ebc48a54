package dev.rbee.app.settings.file;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Toasts;
import java.util.function.Consumer;

/**
 * What the sections of {@code rbee.toml} are made with.
 *
 * @param restart reads the settings anew by starting what runs again
 * @param opener opens a file in the program of the desktop
 */
record FileParts(
        SettingsBook book,
        FileWatch watch,
        Paths paths,
        Dialogs dialogs,
        Toasts toasts,
        Restart restart,
        Consumer<String> opener) {}
