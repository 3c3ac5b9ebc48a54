package dev.rbee.app.settings.about;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.Presenter;
import dev.rbee.service.home.Home;
import java.util.Map;

/**
 * What the section about rbee itself is made with.
 *
 * @param environment of this process
 */
public record AboutParts(
        Home home,
        Map<String, String> environment,
        FleetModel fleet,
        Background background,
        Dialogs dialogs,
        Toasts toasts,
        Presenter presenter) {}
