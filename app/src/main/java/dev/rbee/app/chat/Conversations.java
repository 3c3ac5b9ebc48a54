package dev.rbee.app.chat;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The conversations, newest first, and which one is open. JavaFX thread only. */
final class Conversations {
    private static final Words WORDS = Words.of(Conversations.class);

    private final VBox side;

    Conversations(Chats chats) {
        ListView<ChatInfo> view = new ListView<>(chats.all());
        view.setId("conversations");
        view.setAccessibleText(WORDS.get("conversations"));
        view.setCellFactory(v -> new Cell());
        view.getSelectionModel().selectedItemProperty().addListener((p, old, now) -> {
            if (now != null && !now.id().equals(chats.open().get().id())) {
                chats.open(now.id());
            }
        });
        VBox.setVgrow(view, Priority.ALWAYS);
        var button = Ui.button(WORDS.get("chat.fresh"), Feather.PLUS, chats::fresh);
        button.setMaxWidth(Double.MAX_VALUE);
        side = new VBox(button, view);
        side.getStyleClass().add("conversations");
    }

    /** The list beside the chat. */
    Node list() {
        return side;
    }

    private static final class Cell extends ListCell<ChatInfo> {
        Cell() {
            setTextOverrun(OverrunStyle.ELLIPSIS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ChatInfo item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.title());
        }
    }
}
