package dev.rbee.app.models;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.remote.ModelsApi;
import dev.rbee.app.state.AppState;
import dev.rbee.app.workers.StartDialog;
import java.util.function.Consumer;

/**
 * What the page of models works with.
 *
 * @param open shows an address with the system's own program: a folder, a page
 */
public record ModelParts(
        FleetModel fleet,
        ModelsApi models,
        Background background,
        Dialogs dialogs,
        StartDialog start,
        Consumer<String> open,
        Navigator navigator,
        AppState state,
        Toasts toasts,
        Presenter presenter) {}
