package dev.rbee.app.launch;

import dev.rbee.app.chat.Habits;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.LastChat;
import dev.rbee.app.chats.list.ChatSide;
import dev.rbee.app.chats.list.Exports;
import dev.rbee.app.chats.list.FileChoice;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversations that are kept, and the list of them. Made on the JavaFX thread. */
final class ChatsWiring implements AutoCloseable {
    final Chats chats;
    final Habits habits;
    private final ChatStore store;
    private final Needs needs;
    /** The system's dialogs until a test puts its own here. */
    private FileChoice choice;

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
        habits = new Habits(needs.state(), clock, ZoneId.systemDefault());
        chats.naming(habits::firstTitle);
        choice = new FileDialogs(needs.dialogs());
        new LastChat(chats, needs.state()).follow();
        needs.ticker().onSecond(chats::flush);
    }

    /** Their list, a new one each time. */
    ChatSide side() {
        Exports exports = new Exports(
                chats, store, needs.background(), needs.toasts(), needs.presenter(), files(), needs.clock());
        ChatSide side =
                new ChatSide(chats, needs.toasts(), needs.state(), needs.clock(), ZoneId.systemDefault(), exports);
        needs.ticker().onSecond(side::tick);
        return side;
    }

    /** Asks for files. */
    FileChoice files() {
        return new FileChoice() {
            @Override
            public @Nullable Path save(String title, String name) {
                return choice.save(title, name);
            }

            @Override
            public List<Path> open(String title) {
                return choice.open(title);
            }

            @Override
            public List<Path> any(String title) {
                return choice.any(title);
            }
        };
    }

    /** From now on that one is asked. */
    void asks(FileChoice with) {
        choice = with;
    }

    /** Writes what waits; blocks on the disk for some milliseconds. */
    @Override
    public void close() {
        chats.close();
    }
}
