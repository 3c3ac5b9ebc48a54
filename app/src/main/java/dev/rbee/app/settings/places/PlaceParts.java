package dev.rbee.app.settings.places;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.Presenter;
import dev.rbee.service.home.Home;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the section of places is made with.
 *
 * @param environment of this process
 * @param opener shows a folder in the program of the desktop
 */
public record PlaceParts(
        Home home,
        Map<String, String> environment,
        Chats chats,
        Navigator navigator,
        Background background,
        Dialogs dialogs,
        Toasts toasts,
        Presenter presenter,
        Consumer<String> opener) {}
