package dev.rbee.app.connect;

import dev.rbee.app.enroll.KnownHost;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.value.ObservableValue;

/**
 * What the windows of this package work with.
 *
 * @param hosts reads the machines that SSH knows of
 * @param now moves once a second
 */
record ConnectTools(
        Opener opener,
        Connector connector,
        Dialogs dialogs,
        Toasts toasts,
        Background background,
        Callable<List<KnownHost>> hosts,
        ObservableValue<Instant> now) {}
