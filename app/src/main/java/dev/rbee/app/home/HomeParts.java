package dev.rbee.app.home;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.remote.StatsApi;
import dev.rbee.app.state.AppState;
import java.util.function.Supplier;

/**
 * What the first page is made of.
 *
 * @param key of the API, asked for only when it is copied
 * @param addMachine opens the wizard
 * @param startWorker opens the dialog
 */
public record HomeParts(
        FleetModel fleet,
        QueenApi queen,
        StatsApi stats,
        Background background,
        Dialogs dialogs,
        Navigator navigator,
        AppState state,
        Supplier<String> key,
        Runnable addMachine,
        Runnable startWorker) {}
