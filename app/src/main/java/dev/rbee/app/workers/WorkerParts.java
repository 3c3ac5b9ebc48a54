package dev.rbee.app.workers;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.function.Consumer;

/**
 * What the page of loaded models works with.
 *
 * @param chatWith opens a chat with a worker
 */
public record WorkerParts(
        FleetModel fleet,
        QueenApi queen,
        Background background,
        Dialogs dialogs,
        Navigator navigator,
        Toasts toasts,
        Presenter presenter,
        AppState state,
        Consumer<WorkerInfo> chatWith) {}
