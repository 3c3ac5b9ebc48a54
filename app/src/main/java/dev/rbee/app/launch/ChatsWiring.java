package dev.rbee.app.launch;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.LastChat;
import dev.rbee.app.chats.list.ChatSide;
import dev.rbee.app.chats.list.Exports;
import dev.rbee.app.chats.list.FileDialogs;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Ticker;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.state.AppState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;

/** The conversations that are kept, and the list of them. Made on the JavaFX thread. */
final class ChatsWiring implements AutoCloseable {
    final Chats chats;
    private final ChatStore store;
    private final Needs needs;

    /** What the conversations need of the window. */
    record Needs(
            Background background,
            Toasts toasts,
            Presenter presenter,
            Dialogs dialogs,
            AppState state,
            InstantSource clock,
            Ticker ticker) {}

    ChatsWiring(Path home, Needs needs) {
        this.needs = needs;
        InstantSource clock = needs.clock();
        store = new ChatStore(home.resolve("chats.db"), clock);
        chats = new Chats(
                store,
                needs.background(),
                FxThread.LATER,
                clock,
                () -> UUID.randomUUID().toString());
        new LastChat(chats, needs.state()).follow();
        needs.ticker().onSecond(chats::flush);
    }

    /** Their list, a new one each time. */
    ChatSide side() {
        Exports exports = new Exports(
                chats,
                store,
                needs.background(),
                needs.toasts(),
                needs.presenter(),
                new FileDialogs(needs.dialogs()),
                needs.clock());
        ChatSide side =
                new ChatSide(chats, needs.toasts(), needs.state(), needs.clock(), ZoneId.systemDefault(), exports);
        needs.ticker().onSecond(side::tick);
        return side;
    }

    /** Writes what waits; blocks on the disk for some milliseconds. */
    @Override
    public void close() {
        chats.close();
    }
}
