package dev.rbee.app.chats;

import dev.rbee.app.state.AppState;
import javafx.beans.InvalidationListener;

/** Opens the chat again that was open when the program ended, unless something was begun meanwhile. JavaFX thread only. */
public final class LastChat {
    private static final String KEY = "chat.open";

    private final Chats chats;
    private final AppState state;

    /** Remembers it in {@code state}. */
    public LastChat(Chats chats, AppState state) {
        this.chats = chats;
        this.state = state;
    }

    /** Opens it once the list is read, and remembers what is opened from now on. */
    public void follow() {
        String last = state.text(KEY, "");
        chats.ready().addListener((p, old, now) -> {
            ChatTree tree = chats.open().get();
            boolean untouched =
                    !tree.begun() && !tree.temporary() && tree.draft().get().empty();
            if (untouched && chats.info(last) != null) {
                chats.open(last);
            }
        });
        chats.open().addListener((p, old, now) -> remember(now));
        chats.all()
                .addListener((InvalidationListener) o -> remember(chats.open().get()));
    }

    private void remember(ChatTree tree) {
        if (!chats.ready().get()) {
            return;
        }
        state.put(KEY, tree.begun() && !tree.temporary() ? tree.id() : "");
    }
}
