package dev.rbee.app.hives;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.fx.Background;
import dev.rbee.app.remote.EnginesApi;
import dev.rbee.app.remote.LogSource;
import dev.rbee.app.remote.NodesApi;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.state.AppState;

/**
 * What the page of machines works with.
 *
 * @param logs of hives, by their ids
 */
public record HiveParts(
        NodesApi nodes,
        LogSource logs,
        QueenApi queen,
        EnginesApi engines,
        Background background,
        Dialogs dialogs,
        Navigator navigator,
        AppState state) {}
