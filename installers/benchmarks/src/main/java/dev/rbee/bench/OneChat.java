package dev.rbee.bench;

import dev.rbee.app.chat.ChatPage;
import dev.rbee.app.chat.ChatParts;
import dev.rbee.app.chat.Habits;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.list.ChatSide;
import dev.rbee.app.chats.list.Exports;
import dev.rbee.app.chats.list.FileDialogs;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.LateNavigator;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Ticker;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.problem.Remedies;
import dev.rbee.app.remote.Discovery;
import dev.rbee.app.remote.HttpQueen;
import dev.rbee.app.remote.Queens;
import dev.rbee.app.remote.Site;
import dev.rbee.app.remote.Ways;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;

/** The chat page of the application with a store of its own. JavaFX thread only. */
final class OneChat implements AutoCloseable {
    private final Background background = new Background(FxThread.LATER, problem -> {});
    private final Ticker ticker = new Ticker();
    private final Chats chats;
    private final ChatPage page;

    OneChat(Path file, FleetModel fleet) {
        InstantSource clock = InstantSource.system();
        Queens none = new Queens(new Site("none", true, null, null, List::of, Ways.DIRECT));
        Dialogs dialogs = new Dialogs(new Look());
        Toasts toasts = new Toasts();
        Presenter presenter = new Presenter(new Remedies(new LateNavigator(), new Nobody(), () -> true), toasts);
        ChatStore store = new ChatStore(file, clock);
        chats = new Chats(
                store,
                background,
                FxThread.LATER,
                clock,
                () -> UUID.randomUUID().toString());
        Exports exports = new Exports(chats, store, background, toasts, presenter, new FileDialogs(dialogs), clock);
        ChatParts parts = new ChatParts(
                new StreamedChat(),
                () -> new Discovery.Found(List.of(), List.of()),
                System::nanoTime,
                chats,
                new ChatSide(chats, toasts, AppState.memory(), clock, ZoneId.systemDefault(), exports),
                new Habits(AppState.memory(), clock, ZoneId.systemDefault()),
                dialogs,
                presenter,
                toasts,
                new FileDialogs(dialogs),
                address -> {});
        page = new ChatPage(fleet, new HttpQueen(none, new Random(7)), background, new Nobody(), parts);
        ticker.onSecond(chats::flush);
        ticker.start();
    }

    Parent view() {
        return (Parent) page.view();
    }

    /** Asks the next question as a person would, once the last one is answered. */
    void ask() {
        boolean shown = page.view().getScene() != null;
        if (shown && !page.busy() && page.view().lookup("#composer") instanceof TextArea composer) {
            composer.setText("Hash map or B-tree?");
            ((Button) page.view().lookup("#send")).fire();
        }
    }

    @Override
    public void close() {
        page.escape();
        ticker.stop();
        chats.close();
        background.close();
    }
}
