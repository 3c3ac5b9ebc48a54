package dev.rbee.app.connect;

import dev.rbee.app.enroll.KnownHost;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.LiveFleet;
import dev.rbee.app.remote.Queens;
import dev.rbee.app.state.AppState;
import dev.rbee.client.Http;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;

/** The parts of this package, joined: what is known, how it is opened, what the application is connected to. */
public final class ConnectParts {
    private final Doors doors;
    private final ConnectionBook book;
    private final Queens queens;

    /**
     * Reads the file of known connections.
     *
     * @param token this installation's
     * @param home its folder
     * @param userHome where the user's {@code .ssh} is
     */
    public ConnectParts(HereQueen here, String token, Http http, Path home, Path userHome) {
        doors = new Doors(here, token, http, userHome, home.resolve("known_hosts"));
        book = new ConnectionBook(home.resolve("connections.json"));
        queens = new Queens(doors.here());
    }

    /** The queen of the moment. */
    public Queens queens() {
        return queens;
    }

    /** Connected to nothing yet; to the queen of the last time once it starts. */
    public Connector connector(
            LiveFleet live,
            Background background,
            ScheduledExecutorService timer,
            InstantSource clock,
            AppState state) {
        Connection first = book.find(state.text(Connector.LAST, Connection.HERE));
        return new Connector(new Connector.Tools(doors, queens, live, background, timer, clock, state), first);
    }

    /**
     * Switches between them.
     *
     * @param hosts reads the machines that SSH knows of
     * @param now moves once a second
     * @param answering whether an answer of this window is being written
     */
    public ConnectionMenu menu(
            Connector connector,
            Dialogs dialogs,
            Toasts toasts,
            Background background,
            Callable<List<KnownHost>> hosts,
            ObservableValue<Instant> now,
            BooleanSupplier answering) {
        ConnectTools tools =
                new ConnectTools(new Opener(doors, book), connector, dialogs, toasts, background, hosts, now);
        return new ConnectionMenu(tools, () -> UUID.randomUUID().toString(), answering);
    }

    /** Shows at the top that the queen is another machine's. */
    public ConnectionBar bar(Connector connector, ConnectionMenu menu) {
        return new ConnectionBar(connector, () -> menu.to(new Connection.Here()));
    }
}
